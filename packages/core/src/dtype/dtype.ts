import type { DTypeSpec } from "./spec.js";
import type { DType } from "./types.js";

export interface DTypeOptions {
	/** Lay fields out as a C compiler would, as NumPy's `align=True`. */
	readonly align?: boolean;
}

export function dtype(_spec: DTypeSpec, _options: DTypeOptions = {}): DType {
	throw new Error("dtype is being written");
}
