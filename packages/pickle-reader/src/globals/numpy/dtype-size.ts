import type { DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";

/** How much there is to walk in a dtype. */
export interface DtypeSize {
	/** Dtypes in it, itself and all inside it. */
	readonly count: number;
	readonly depth: number;
}

/** A struct with the same struct in two fields, and so on, has 2^n dtypes in n objects. */
const MOST_DTYPES = 100_000;
const SCALAR: DtypeSize = { count: 1, depth: 1 };

/** The size of a dtype with these parts, within limits: walking it takes neither for ever nor the whole stack. */
export function sizeWithParts(machine: Machine, parts: readonly DType[]): DtypeSize {
	let [count, depth] = [1, 1];
	for (const part of parts) {
		const size = machine.dtypeSizes.get(part) ?? SCALAR;
		count += size.count;
		depth = Math.max(depth, size.depth + 1);
	}
	const { depth: mostDeep } = machine.limits;
	if (count > MOST_DTYPES) throw machine.refusal("limit", `at most ${MOST_DTYPES} dtypes in one`, `${count}`);
	if (depth > mostDeep) throw machine.refusal("limit", `dtypes nested at most ${mostDeep} deep`, `${depth}`);
	return { count, depth };
}
