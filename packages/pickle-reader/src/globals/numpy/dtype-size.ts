import { refuse } from "../../refuse.js";
import type { DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";

/** How much there is to walk in a dtype: dtypes in it, itself and all inside it, and how deep they are nested. */
export interface DtypeSize {
	readonly count: number;
	readonly depth: number;
}

/** A struct with the same struct in two fields, and so on, has 2^n dtypes in n objects. */
const MOST_DTYPES = 100_000;
const SCALAR: DtypeSize = { count: 1, depth: 1 };

/** Notes the size of a dtype with these parts, each so many times, within limits: walking it takes neither for ever nor the whole stack. */
export function noteSize(
	target: DType,
	parts: readonly { readonly dtype: DType }[],
	machine: Machine,
	times = 1,
): void {
	let [count, depth] = [1, 1];
	for (const { dtype } of parts) {
		const size = machine.dtypeSizes.get(dtype) ?? SCALAR;
		count += size.count * times;
		depth = Math.max(depth, size.depth + 1);
	}
	machine.checkLimit(depth, "depth");
	if (count > MOST_DTYPES) refuse("limit", `at most ${MOST_DTYPES} dtypes`, count);
	machine.dtypeSizes.set(target, { count, depth });
}

/** How many dtypes there are in one, itself included. */
export function countOf(type: DType, machine: Machine): number {
	return machine.dtypeSizes.get(type)?.count ?? 1;
}
