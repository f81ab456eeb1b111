import type { DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";

/** Dtypes in one dtype, itself and all inside it. A struct of structs of the same struct has 2^n of them in n objects. */
const MOST_DTYPES = 100_000;

/** The dtype itself, counted with what it is made of so that walking it takes neither for ever nor the whole stack. */
export function dtypeSizeOf(machine: Machine, dtype: DType, parts: readonly DType[]): DType {
	const size = { count: 1, depth: 1 };
	for (const part of parts) {
		const { count, depth } = machine.dtypeSizes.get(part) ?? { count: 1, depth: 1 };
		size.count += count;
		size.depth = Math.max(size.depth, depth + 1);
	}
	if (size.count > MOST_DTYPES) throw machine.refusal("limit", `at most ${MOST_DTYPES} dtypes in one`, `${size.count}`);
	if (size.depth > machine.limits.depth)
		throw machine.refusal("limit", `dtypes nested at most ${machine.limits.depth} deep`, `${size.depth}`);
	machine.dtypeSizes.set(dtype, size);
	return dtype;
}
