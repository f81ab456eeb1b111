import { openSync, readSync } from "node:fs";

/** Where a line lies in a file. */
export interface Span {
	readonly start: number;
	/** In bytes, without what ends the line. */
	readonly length: number;
}

export interface ScannedLine extends Span {
	/** From 1. */
	readonly number: number;
	readonly text: string;
	/** False only for the last line of a file that was cut short. */
	readonly ends: boolean;
}

const chunkSize = 1 << 18;

/**
 * A file of lines that stays on disk: it is read through once, and after that line by line where one is wanted. It stays open, so what
 * was checked is what is read later, also where the file has been replaced meanwhile.
 */
export class LineFile {
	readonly #descriptor: number;

	/** @throws a system error if it cannot be opened. */
	constructor(path: string) {
		this.#descriptor = openSync(path, "r");
	}

	/** All lines from the first on. @param see - Shown every byte in order, as the lines are read. */
	*scan(see: (bytes: Uint8Array) => void = () => undefined): Generator<ScannedLine> {
		let pieces: Uint8Array[] = [];
		let start = 0;
		let number = 0;
		const take = (last: Uint8Array, ends: boolean): ScannedLine => {
			const bytes = Buffer.concat([...pieces, last]);
			const line = { start, length: bytes.byteLength, number: ++number, text: bytes.toString("utf8"), ends };
			pieces = [];
			start += bytes.byteLength + 1;
			return line;
		};
		for (const chunk of this.#chunks()) {
			see(chunk);
			let from = 0;
			for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
				yield take(chunk.subarray(from, end), true);
				from = end + 1;
			}
			// The next chunk takes the place of this one.
			if (from < chunk.byteLength) pieces.push(Uint8Array.prototype.slice.call(chunk, from));
		}
		if (pieces.length > 0) yield take(new Uint8Array(0), false);
	}

	/** The text of one line. */
	text({ start, length }: Span): string {
		const bytes = Buffer.allocUnsafe(length);
		for (let at = 0; at < length;) {
			const count = readSync(this.#descriptor, bytes, at, length - at, start + at);
			if (count === 0) throw new RangeError("a file of the suite was cut short while it was in use");
			at += count;
		}
		return bytes.toString("utf8");
	}

	/** The file in pieces, each in the same memory as the one before. */
	*#chunks(): Generator<Buffer> {
		const chunk = Buffer.allocUnsafe(chunkSize);
		for (let at = 0; ;) {
			const count = readSync(this.#descriptor, chunk, 0, chunkSize, at);
			if (count === 0) return;
			at += count;
			yield chunk.subarray(0, count);
		}
	}
}
