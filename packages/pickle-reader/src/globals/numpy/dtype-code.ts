import { scalarDtype, type ScalarDType } from "@ndwire/core";

/** The dtype of a kind and a size, such as `f8`; the size of text is in characters, as NumPy writes it. */
export function dtypeOfCode(code: string, byteOrder: "<" | ">" = "<"): ScalarDType {
	const [, kind = "", digits] = /^(.)(\d{1,9})$/.exec(code) ?? [];
	// Objects of a machine of 32 bits are `O4`, and then as large as ours.
	const itemsize = kind === "O" ? 8 : Number(digits) * (kind === "U" ? 4 : 1);
	return scalarDtype({ kind, itemsize, byteOrder });
}
