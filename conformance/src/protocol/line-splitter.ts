/** The longest line that is put together, in bytes. A longer one is reported and skipped, never held. */
const maximumLine = 2 ** 28;

/** One line without its end, or the length of one that was too long to keep. */
export type Line = { readonly text: string } | { readonly tooLong: number };

/**
 * Puts lines together from chunks cut anywhere, also inside a character. Lines end with LF; a CR before it is dropped.
 *
 * What has arrived is kept in pieces until its line ends, so a line of many chunks is copied once.
 */
export class LineSplitter {
	#pieces: Uint8Array[] = [];
	#length = 0;
	readonly #limit: number;

	constructor(limit: number = maximumLine) {
		this.#limit = limit;
	}

	/** Takes a chunk (kept until its line ends) and gives back the lines that it completes. */
	push(chunk: Uint8Array): readonly Line[] {
		const lines: Line[] = [];
		let start = 0;
		for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
			this.#keep(chunk.subarray(start, end));
			lines.push(this.#take());
			start = end + 1;
		}
		this.#keep(chunk.subarray(start));
		return lines;
	}

	/** The last line, if the input ended without a line end. */
	end(): readonly Line[] {
		return this.#length === 0 ? [] : [this.#take()];
	}

	#keep(piece: Uint8Array): void {
		if (piece.byteLength === 0) return;
		this.#length += piece.byteLength;
		if (this.#length <= this.#limit) this.#pieces.push(piece);
		else this.#pieces = [];
	}

	#take(): Line {
		const length = this.#length;
		const bytes = Buffer.concat(this.#pieces);
		this.#pieces = [];
		this.#length = 0;
		if (length > this.#limit) return { tooLong: length };
		const end = bytes.at(-1) === 0x0d ? -1 : undefined;
		return { text: bytes.toString("utf8", 0, end === undefined ? bytes.byteLength : bytes.byteLength + end) };
	}
}
