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

	refusal(code: FormatErrorCode, expected: string, found: string): FormatError {
		return refusal(code, this.opcodeOffset, expected, found);
	}

	/** Passes `count` bytes and gives where they begin. */
	take(count: number): number {
		const start = this.position;
		const available = this.bytes.length - start;
		if (count > available) throw this.refusal("truncated", `${count} bytes from byte ${start}`, `${available}`);
		this.position = start + count;
		return start;
	}

	/** The next bytes as a view on the pickle. */
	takeBytes(count: number): Uint8Array {
		const start = this.take(count);
		return this.bytes.subarray(start, start + count);
	}

	/** An unsigned 64-bit length, which must be one that can be there. */
	takeLength8(): number {
		const length = Number(this.view.getBigUint64(this.take(8), true));
		return this.checkLength(length);
	}

	/** A length that was declared, compared with what is there. */
	checkLength(length: number): number {
		const available = this.bytes.length - this.position;
		if (length <= available) return length;
		throw this.refusal("truncated", `${length} bytes from byte ${this.position}`, `${available}`);
	}

	/** The next line without its end, as a view on the pickle. */
	takeLine(): Uint8Array {
		const end = this.bytes.indexOf(0x0a, this.position);
		if (end < 0) throw this.refusal("truncated", "a line", "no end of line");
		const line = this.bytes.subarray(this.position, end);
		if (line.length > this.limits.string) {
			throw this.refusal("limit", `lines of at most ${this.limits.string} bytes`, `${line.length}`);
		}
		this.position = end + 1;
		return line;
	}
}
