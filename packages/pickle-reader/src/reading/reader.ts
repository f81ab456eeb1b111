import type { PickleLimits } from "../limits.js";
import { refuse } from "../refuse.js";
import { ARGUMENTS, LINES, SIGNED, SIZE } from "./argument-table.js";

/** The opcode that ends a pickle. */
export const STOP = 0x2e;
const END_OF_LINE = 0x0a;
const MOST_SIGNED = 2 ** 31 - 1;

/** The bytes of a pickle and the place that has been reached in them. Every length is checked before it is used. */
export class Reader {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	readonly limits: PickleLimits;
	/** Byte of the opcode that is being read or executed: where a refusal points. */
	opcodeOffset: number;
	/** Byte that is read next. */
	position: number;

	/** @throws {RangeError} for an offset outside of the bytes. */
	constructor(bytes: Uint8Array, offset: number, limits: PickleLimits) {
		if (!Number.isSafeInteger(offset) || offset < 0 || offset > bytes.length) {
			throw new RangeError(`offset: expected 0 to ${bytes.length}, found ${offset}`);
		}
		this.bytes = bytes;
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.limits = limits;
		this.position = this.opcodeOffset = offset;
	}

	/**
	 * Refuses a value that is not within the limit of that name; a limit that is no number allows nothing. What happens for each opcode
	 * compares first: this is slower.
	 */
	checkLimit(value: number, name: keyof PickleLimits): void {
		if (!(value <= this.limits[name])) refuse("limit", `at most ${this.limits[name]} ${name}`, value);
	}

	/**
	 * Passes an opcode and what stands behind it.
	 *
	 * @returns the unsigned number or the length behind it; 0 where there is none, and of eight bytes without a length.
	 */
	next(): number {
		const { bytes, position } = this;
		this.opcodeOffset = position;
		const argument = ARGUMENTS[bytes[position] ?? 0] ?? 0;
		let end = position + 1 + (argument & SIZE);
		const number = argument === 8 ? 0 : numberAt(bytes, position + 1, end);
		if (argument > SIZE) end = this.#endOf(argument, number, end);
		this.position = end;
		if (end > bytes.length) this.#refuseEnd();
		return number;
	}

	/** Refuses an opcode that there is not. */
	refuseOpcode(): never {
		const code = this.bytes[this.opcodeOffset] ?? 0;
		refuse("bad-opcode", "an opcode", `0x${code.toString(16)}`);
	}

	/** Passes bytes, and gives where they begin. */
	pass(count: number): number {
		const start = this.position;
		this.position += count;
		if (this.position > this.bytes.length) this.#refuseEnd();
		return start;
	}

	/** The bytes behind an opcode with that length, as a view on the pickle. */
	counted(length: number): Uint8Array {
		return this.bytes.subarray(this.position - length, this.position);
	}

	/** The lines behind the opcode without the last one's end, as a view on the pickle. */
	lines(): Uint8Array {
		const lines = this.bytes.subarray(this.opcodeOffset + 1, this.position - 1);
		this.checkLimit(lines.length, "string");
		return lines;
	}

	/** The end of the bytes with that length, or of the lines. */
	#endOf(argument: number, length: number, end: number): number {
		if (argument < LINES) {
			if (argument >= SIGNED && length > MOST_SIGNED) refuse("bad-length", "a length", length | 0);
			return end + length;
		}
		let position = this.opcodeOffset + 1;
		for (let lines = argument - LINES; lines > 0; lines -= 1) {
			position = this.bytes.indexOf(END_OF_LINE, position) + 1;
			if (position === 0) this.#refuseEnd();
		}
		return position;
	}

	#refuseEnd(): never {
		refuse("truncated", "more bytes");
	}
}

/** Little-endian; above 2^53 the nearest, which is more than there can be of anything. */
function numberAt(bytes: Uint8Array, start: number, end: number): number {
	let number = 0;
	for (let position = end - 1; position >= start; position -= 1) number = number * 256 + (bytes[position] ?? 0);
	return number;
}
