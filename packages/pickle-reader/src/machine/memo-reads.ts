import { latin1ToText } from "../reading/latin1.js";

/**
 * Which memo entries a pickle reads, `true` by index. Picklers put nearly everything aside and read little of it again; what
 * need not be kept the garbage collector does not move about, which halves the time for a list of small arrays.
 *
 * Passes over the opcodes without looking at what they do, up to STOP or to what the machine will refuse.
 */
export function memoReads(bytes: Uint8Array, start: number): readonly (true | undefined)[] {
	const reads: (true | undefined)[] = [];
	let position = start;
	for (let code = bytes[position]; code !== undefined && code !== STOP; code = bytes[position]) {
		const argument = position + 1;
		const follows = FOLLOWS[code] ?? 0;
		position = argument + (follows % COUNTED);
		if (follows < COUNTED) {
			if (code === BINGET || code === LONG_BINGET) reads[numberAt(bytes, argument, position)] = true;
		} else if (follows < LINES) {
			position += numberAt(bytes, argument, position);
		} else {
			position = argument;
			for (let lines = follows - LINES; lines > 0; lines -= 1)
				position = bytes.indexOf(END_OF_LINE, position) + 1 || bytes.length;
			if (code === GET) reads[Number(latin1ToText(bytes.subarray(argument, position - 1)))] = true;
		}
	}
	return reads;
}

const STOP = 0x2e;
const GET = 0x67;
const BINGET = 0x68;
const LONG_BINGET = 0x6a;
const END_OF_LINE = 0x0a;

/** Added to the size of a length, which counts the bytes after it; and to a number of lines. */
const COUNTED = 16;
const LINES = 32;

/** What stands behind an opcode: so many bytes, or a length or lines as above. */
const FOLLOWS = /* @__PURE__ */ tableOf([
	[1, "Khq\x80\x82"],
	[2, "M\x83"],
	[4, "Jjr\x84"],
	[8, "G\x95"],
	[COUNTED + 1, "CU\x8a\x8c"],
	[COUNTED + 4, "BTX\x8b"],
	[COUNTED + 8, "\x8d\x8e\x96"],
	[LINES + 1, "FILPSVgp"],
	[LINES + 2, "ci"],
]);

function tableOf(rows: readonly (readonly [follows: number, codes: string])[]): Uint8Array {
	const table = new Uint8Array(256);
	for (const [follows, codes] of rows) {
		for (const code of codes) table[code.charCodeAt(0)] = follows;
	}
	return table;
}

/** Little-endian; nothing behind the end of the bytes is more than a zero. */
function numberAt(bytes: Uint8Array, start: number, end: number): number {
	let number = 0;
	for (let position = end - 1; position >= start; position -= 1) number = number * 256 + (bytes[position] ?? 0);
	return number;
}
