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

const chunkSize = 1 << 16;

/**
 * A file of lines that stays on disk: it is read through once, and after that line by line where one is wanted (see LineReader). It stays open, so what
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

	/** Reads what lies from byte `position` on into `bytes`, as much as fits and is there, and gives its length: 0 at the end. */
	read(bytes: Uint8Array, position: number): number {
		return readSync(this.#descriptor, bytes, 0, bytes.byteLength, position);
	}

	/** The file in pieces, each in the same memory as the one before. */
	*#chunks(): Generator<Buffer> {
		const chunk = Buffer.allocUnsafe(chunkSize);
		for (let at = 0; ;) {
			const count = this.read(chunk, at);
			if (count === 0) return;
			at += count;
			yield chunk.subarray(0, count);
		}
	}
}
