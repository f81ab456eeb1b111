import { latin1ToText } from "../reading/latin1.js";

/**
 * Which memo entries a pickle reads, 1 by index. Picklers put nearly everything aside and read little of it again; what need
 * not be kept the garbage collector does not move about, which halves the time for a list of small arrays.
 *
 * Passes over the opcodes without looking at what they do, up to STOP or to what the machine will refuse.
 *
 * @returns undefined where what MEMOIZE means by the number of entries can be told from all of them alone: beside PUT, which may
 * put an entry twice.
 */
export function memoReads(bytes: Uint8Array, start: number): Uint8Array | undefined {
	const indexes: number[] = [];
	let [position, putters] = [start, 0];
	for (let code = bytes[position]; code !== undefined && code !== STOP; code = bytes[position]) {
		const argument = position + 1;
		const follows = FOLLOWS[code] ?? 0;
		position = argument + (follows % COUNTED);
		if (code === MEMOIZE) putters |= 1;
		else if (code >= PUT && code <= LONG_BINPUT) putters |= 2;
		if (follows < COUNTED) {
			if (code === BINGET || code === LONG_BINGET) indexes.push(numberAt(bytes, argument, position));
		} else if (follows < LINES) {
			position += numberAt(bytes, argument, position);
		} else {
			position = argument;
			for (let lines = follows - LINES; lines > 0; lines -= 1)
				position = bytes.indexOf(END_OF_LINE, position) + 1 || bytes.length;
			if (code === GET) indexes.push(Number(latin1ToText(bytes.subarray(argument, position - 1))));
		}
	}
	return putters === 3 ? undefined : flagged(indexes, bytes.length);
}

/** Entries are fewer than bytes: an index beyond is none that a pickler puts. */
function flagged(indexes: readonly number[], most: number): Uint8Array | undefined {
	let length = 0;
	for (const index of indexes) length = Math.max(length, index + 1);
	if (!(length <= most)) return undefined;
	const flags = new Uint8Array(length);
	for (const index of indexes) flags[index] = 1;
	return flags;
}

const STOP = 0x2e;
const PUT = 0x70;
const LONG_BINPUT = 0x72;
const MEMOIZE = 0x94;
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
