import { byCode } from "./by-code.js";

/** The part of an argument's description that is a size in bytes. */
export const SIZE = 15;
/** Added to the size of a length, which counts the bytes after it; to that of one which Python takes as signed; and to a number of lines. */
const COUNTED = 16;
export const SIGNED = 32;
export const LINES = 64;

/** What stands behind each opcode: so many bytes, or a length or lines as above; undefined is nothing. */
export const ARGUMENTS: readonly (number | undefined)[] = /* @__PURE__ */ byCode([
	["Khq\x80\x82", 1],
	["M\x83", 2],
	["Jjr\x84", 4],
	["G\x95", 8],
	["CU\x8a\x8c", COUNTED + 1],
	["BX", COUNTED + 4],
	["T\x8b", SIGNED + 4],
	["\x8d\x8e\x96", COUNTED + 8],
	["FILPSVgp", LINES + 1],
	["ci", LINES + 2],
]);
