import type { FormatError, FormatErrorCode } from "@ndwire/core";
import type { PickleLimits } from "../limits.js";
import { refusal } from "../refuse.js";

/** The bytes of a pickle and the place that has been reached in them. Every length is checked before it is used. */
export class Reader {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	readonly limits: PickleLimits;
	/** Byte of the opcode that is being read or executed: where a refusal points. */
	opcodeOffset: number;
	/** Byte that is read next. */
	position: number;

	constructor(bytes: Uint8Array, offset: number, limits: PickleLimits) {
		this.bytes = bytes;
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.limits = limits;
		this.position = this.opcodeOffset = offset;
	}

	refusal(code: FormatErrorCode, expected: string, found: unknown): FormatError {
		return refusal(code, this.opcodeOffset, expected, String(found));
	}

	/** Refuses a value that is above the limit of that name. What happens for each opcode compares first: this is slower. */
	checkLimit(value: number, name: keyof PickleLimits): void {
		if (value > this.limits[name]) throw this.refusal("limit", `at most ${this.limits[name]} ${name}`, value);
	}

	/** Passes `count` bytes and gives where they begin. */
	take(count: number): number {
		const start = this.position;
		const end = start + count;
		if (end > this.bytes.length) this.#refuseShort(count);
		this.position = end;
		return start;
	}

	takeByte(): number {
		return this.view.getUint8(this.take(1));
	}

	takeUint16(): number {
		return this.view.getUint16(this.take(2), true);
	}

	takeInt32(): number {
		return this.view.getInt32(this.take(4), true);
	}

	takeUint32(): number {
		return this.view.getUint32(this.take(4), true);
	}

	/** An unsigned 64-bit number; above 2^53 the nearest, which is more than there can be of anything. */
	takeUint64(): number {
		return Number(this.view.getBigUint64(this.take(8), true));
	}

	/** A length of four bytes that must not be negative. */
	takeLength(): number {
		const length = this.takeInt32();
		if (length < 0) throw this.refusal("bad-length", "a length from 0", length);
		return length;
	}

	/** The next bytes as a view on the pickle. */
	takeBytes(count: number): Uint8Array {
		const start = this.take(count);
		return this.bytes.subarray(start, start + count);
	}

	/** The next line without its end, as a view on the pickle. */
	takeLine(): Uint8Array {
		const end = this.bytes.indexOf(0x0a, this.position);
		if (end < 0) throw this.refusal("truncated", "a line", "no end of line");
		const line = this.bytes.subarray(this.position, end);
		this.checkLimit(line.length, "string");
		this.position = end + 1;
		return line;
	}

	#refuseShort(count: number): never {
		const available = this.bytes.length - this.position;
		throw this.refusal("truncated", `${count} bytes from byte ${this.position}`, available);
	}
}
