import type { ScalarDType } from "./types.js";

/** Bytes that change places together when the byte order changes: a number, half a complex one, a character. */
export function wordSize({ kind, itemsize, byteOrder }: ScalarDType): number {
	if (byteOrder === "|") return 1;
	if (kind === "U") return 4;
	return kind === "c" ? itemsize / 2 : itemsize;
}
