import type { PickleLimits } from "../limits.js";
import { refuse } from "../refuse.js";
import { ARGUMENTS, COUNTED, LINES, SIGNED } from "./argument-table.js";

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
	/** Byte that is read next. What stands behind the opcode ends here, the end of its last line included. */
	position: number;
	/** Where what stands behind the opcode begins: its number, its lines, or of bytes with a length the bytes. */
	start = 0;

	constructor(bytes: Uint8Array, offset: number, limits: PickleLimits) {
		this.bytes = bytes;
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.limits = limits;
		this.position = this.opcodeOffset = offset;
	}

	/** Refuses a value that is above the limit of that name. What happens for each opcode compares first: this is slower. */
	checkLimit(value: number, name: keyof PickleLimits): void {
		if (value > this.limits[name]) refuse(this, "limit", `at most ${this.limits[name]} ${name}`, value);
	}

	/** Passes an opcode and what stands behind it, and gives its code. */
	next(): number {
		const { bytes, position } = this;
		this.opcodeOffset = position;
		const code = bytes[position];
		const argument = ARGUMENTS[code ?? 0] ?? 0;
		this.start = position + 1;
		this.position = this.start + (argument % COUNTED);
		if (code === undefined || this.position > bytes.length) this.#refuseEnd();
		if (argument >= COUNTED) this.#passFurther(argument);
		return code;
	}

	/** Refuses an opcode that there is not. */
	refuseOpcode(): never {
		const code = this.bytes[this.opcodeOffset] ?? 0;
		refuse(this, "bad-opcode", "an opcode", `0x${code.toString(16).padStart(2, "0")}`);
	}

	/** Passes bytes, and gives where they begin. */
	pass(count: number): number {
		const start = this.position;
		this.position += count;
		if (this.position > this.bytes.length) this.#refuseEnd();
		return start;
	}

	/** The unsigned number behind the opcode, little-endian; above 2^53 the nearest, which is more than there can be of anything. */
	number(): number {
		return numberAt(this.bytes, this.start, this.position);
	}

	/** The bytes behind the opcode, as a view on the pickle. */
	counted(): Uint8Array {
		return this.bytes.subarray(this.start, this.position);
	}

	/** The lines behind the opcode without the last one's end, as a view on the pickle. */
	lines(): Uint8Array {
		const lines = this.bytes.subarray(this.start, this.position - 1);
		this.checkLimit(lines.length, "string");
		return lines;
	}

	/** Passes the bytes with a length, or the lines. */
	#passFurther(argument: number): void {
		if (argument < LINES) {
			const length = this.number();
			if (argument >= SIGNED && length > MOST_SIGNED) refuse(this, "bad-length", "a length from 0", length | 0);
			this.start = this.pass(length);
		} else {
			this.position = this.start;
			for (let lines = argument - LINES; lines > 0; lines -= 1) {
				this.position = this.bytes.indexOf(END_OF_LINE, this.position) + 1;
				if (this.position === 0) this.#refuseEnd();
			}
		}
	}

	#refuseEnd(): never {
		refuse(this, "truncated", "a whole opcode", "the end of the pickle");
	}
}

function numberAt(bytes: Uint8Array, start: number, end: number): number {
	let number = 0;
	for (let position = end - 1; position >= start; position -= 1) number = number * 256 + (bytes[position] ?? 0);
	return number;
}
