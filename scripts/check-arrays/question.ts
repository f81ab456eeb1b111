import type { DTypeSpec } from "../../packages/core/src/dtype/spec.js";
import type { PrintOptions } from "../../packages/core/src/print/print-options.js";
import type { Range } from "../../packages/core/src/array/slice.js";

/** An array, views of views of it, and what is asked about the last one. */
export interface Question {
	readonly dtype: DTypeSpec;
	readonly shape: readonly number[];
	readonly order: "C" | "F";
	/** Where interesting values of its elements begin. */
	readonly seed: number;
	readonly steps: readonly Turn[];
	readonly target: string;
	readonly print: Omit<PrintOptions, "formatObject">;
}

/** A kind of view, made of the array at hand with numbers that decide between what is possible for it. */
export interface Turn {
	readonly kind: Step[0];
	readonly choices: readonly number[];
}

/** A view, made. */
export type Step =
	| readonly ["slice", readonly Range[]]
	| readonly ["transpose", readonly number[]]
	| readonly ["reshape", readonly number[], "C" | "F"]
	| readonly ["field", string]
	| readonly ["broadcast", readonly number[]];
