import { ARGUMENTS, LINES, SIZE } from "../reading/argument-table.js";
import { latin1ToText } from "../reading/latin1.js";
import { END_OF_LINE, numberAt, STOP } from "../reading/reader.js";

const PUT = 0x70;
const LONG_BINPUT = 0x72;
const MEMOIZE = 0x94;
const GET = 0x67;
const BINGET = 0x68;
const LONG_BINGET = 0x6a;

/**
 * Which memo entries a pickle reads, 1 by index. Picklers put nearly everything aside and read little of it again; what need not
 * be kept the garbage collector does not move about, which halves the time for a list of small arrays.
 *
 * Passes over the opcodes without looking at what they do, up to STOP or to what the machine will refuse.
 *
 * @returns undefined where what MEMOIZE means by the number of entries can be told from all of them alone: beside PUT, which may
 * put an entry twice; and for an index that no pickler puts.
 */
export function memoReads(bytes: Uint8Array, start: number): Uint8Array | undefined {
	const indexes: number[] = [];
	let [position, most, putters] = [start, -1, 0];
	for (let code = bytes[position]; code !== undefined && code !== STOP; code = bytes[position]) {
		const argument = ARGUMENTS[code] ?? 0;
		const first = position + 1;
		position = first + (argument & SIZE);
		let index = -1;
		if (argument > LINES) {
			position = first;
			for (let lines = argument - LINES; lines > 0; lines -= 1)
				position = bytes.indexOf(END_OF_LINE, position) + 1 || bytes.length;
			if (code === GET) index = Number(latin1ToText(bytes.subarray(first, position - 1)));
		} else if (argument > SIZE) position += numberAt(bytes, first, position);
		else if (code === BINGET || code === LONG_BINGET) index = numberAt(bytes, first, position);
		else if (code === MEMOIZE) putters |= 1;
		if (code >= PUT && code <= LONG_BINPUT) putters |= 2;
		if (index >= 0) {
			indexes.push(index);
			most = Math.max(most, index);
		}
	}
	// Entries are fewer than bytes.
	if (putters === 3 || most > bytes.length) return undefined;
	const reads = new Uint8Array(most + 1);
	for (const index of indexes) reads[index] = 1;
	return reads;
}
