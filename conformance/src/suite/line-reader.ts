import type { LineFile, Span } from "./line-file.js";

const windowSize = 1 << 14;

/**
 * Reads single lines of files, each anew, always into the same memory: a run reads hundreds of thousands. What lies behind a line is
 * read with it, since lines that are wanted one after the other lie beside each other.
 */
export class LineReader {
	#window = Buffer.allocUnsafe(windowSize);
	/** Where the bytes in the window come from. */
	#file: LineFile | undefined;
	#start = 0;
	#length = 0;

	/** @throws {RangeError} if the file has become shorter. */
	text(file: LineFile, { start, length }: Span): string {
		const isThere = file === this.#file && start >= this.#start && start + length <= this.#start + this.#length;
		if (!isThere) this.#read(file, start, length);
		const at = start - this.#start;
		return this.#window.toString("utf8", at, at + length);
	}

	#read(file: LineFile, start: number, length: number): void {
		if (length > this.#window.byteLength) this.#window = Buffer.allocUnsafe(length);
		this.#file = file;
		this.#start = start;
		this.#length = 0;
		while (this.#length < length) {
			const count = file.read(this.#window.subarray(this.#length), start + this.#length);
			if (count === 0) throw new RangeError("a file of the suite was cut short while it was in use");
			this.#length += count;
		}
	}
}
