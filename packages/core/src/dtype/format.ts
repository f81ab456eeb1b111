import type { DType } from "./types.js";

/** `str` is `dtype.str`, `text` is `str(dtype)`, `descr` is what an npy header holds. */
export type DTypeForm = "str" | "repr" | "text" | "name" | "descr";
export interface FormatDtypeOptions {
	/** The NumPy release whose spelling is wanted, as `"1.21"`; the newest by default. */
	readonly numpy?: string;
}

export function formatDtype(_dtype: DType, _form: DTypeForm, _options: FormatDtypeOptions = {}): string {
	throw new Error("formatDtype is being written");
}
