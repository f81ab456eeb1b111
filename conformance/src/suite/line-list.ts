import type { LineFile, Span } from "./line-file.js";
import { LineReader } from "./line-reader.js";

/** Lines of several files by number, in as little memory as it takes to find them again. */
export class LineList {
	readonly #files: LineFile[] = [];
	readonly #fileOf: number[] = [];
	readonly #starts: number[] = [];
	readonly #lengths: number[] = [];
	readonly #reader = new LineReader();

	get count(): number {
		return this.#starts.length;
	}

	/** Lines are added file by file. */
	add(file: LineFile, { start, length }: Span): void {
		if (this.#files.at(-1) !== file) this.#files.push(file);
		this.#fileOf.push(this.#files.length - 1);
		this.#starts.push(start);
		this.#lengths.push(length);
	}

	/** The text of a line, read anew. */
	text(number: number): string {
		const file = this.#files[this.#fileOf[number] ?? -1];
		const [start, length] = [this.#starts[number], this.#lengths[number]];
		if (file === undefined || start === undefined || length === undefined) throw new RangeError(`no line ${number}`);
		return this.#reader.text(file, { start, length });
	}
}
