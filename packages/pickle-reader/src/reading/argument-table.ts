/** The part of an argument's description that is a size in bytes. */
export const SIZE = 15;
/** Added to the size of a length, which counts the bytes after it; to that of one which Python takes as signed; and to a number of lines. */
const COUNTED = 16;
export const SIGNED = 32;
export const LINES = 64;

/** What stands behind each opcode: so many bytes, or a length or lines as above. */
export const ARGUMENTS: Uint8Array = /* @__PURE__ */ tableOf([
	[1, "Khq\x80\x82"],
	[2, "M\x83"],
	[4, "Jjr\x84"],
	[8, "G\x95"],
	[COUNTED + 1, "CU\x8a\x8c"],
	[COUNTED + 4, "BX"],
	[SIGNED + 4, "T\x8b"],
	[COUNTED + 8, "\x8d\x8e\x96"],
	[LINES + 1, "FILPSVgp"],
	[LINES + 2, "ci"],
]);

function tableOf(rows: readonly (readonly [argument: number, codes: string])[]): Uint8Array {
	const table = new Uint8Array(256);
	for (const [argument, codes] of rows) {
		for (const code of codes) table[code.charCodeAt(0)] = argument;
	}
	return table;
}
