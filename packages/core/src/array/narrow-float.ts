import type { ScalarDType } from "../dtype/types.js";
import { bfloatToNumber, numberToBfloat, widenBfloats } from "./bfloat16.js";
import { halfToNumber, numberToHalf, widenHalves } from "./half-float.js";

/** How floats of 16 bits, which JavaScript does not have everywhere, become those that it has. */
export interface NarrowFloat {
	readonly toNumber: (bits: number) => number;
	readonly toBits: (value: number) => number;
	readonly widen: (bits: Uint16Array) => Float32Array;
}

/** That of a float16 or a bfloat16; undefined for any other dtype. */
export function narrowFloat({ kind, itemsize, format }: ScalarDType): NarrowFloat | undefined {
	if (format !== undefined) return { toNumber: bfloatToNumber, toBits: numberToBfloat, widen: widenBfloats };
	if (kind !== "f" || itemsize !== 2) return undefined;
	return { toNumber: halfToNumber, toBits: numberToHalf, widen: widenHalves };
}
