import type { NDArray } from "@ndwire/core";
import { excerpt, refusal } from "../refusal.js";
import { closingQuote, unescapeString } from "../json/string.js";
import { AsciiWindow } from "./ascii-window.js";
import { CLOSE, COMMA, isBlank, OPEN, QUOTE } from "./characters.js";
import type { Column, Refuse } from "./column.js";
import { Nesting } from "./nesting.js";
import type { Location } from "./options.js";

/** What may come next in nested lists of elements. */
type Expected = "a value" | "a value or ]" | ", or ]" | "the end";

/** Reads nested lists of elements, in one pass and without a tree: elements go to a column, lists to their nesting. */
export class NumberScanner {
	readonly #column: Column;
	readonly #nesting: Nesting;
	readonly #window = new AsciiWindow();
	#expected: Expected = "a value";
	/** Where the text that is being scanned begins in the document. */
	#origin: number;

	constructor(column: Column, { offset, path }: Location) {
		this.#column = column;
		this.#nesting = new Nesting(path);
		this.#origin = offset;
	}

	/**
	 * Takes the next part of the document. It does not end within an element.
	 *
	 * @throws {FormatError} for what is no JSON, is ragged, or is not of the dtype.
	 */
	push(text: string): void {
		const [column, nesting] = [this.#column, this.#nesting];
		for (let at = 0; at < text.length;) {
			const unit = text.charCodeAt(at);
			if (isBlank(unit)) {
				at += 1;
			} else if (unit === COMMA && this.#expected === ", or ]") {
				this.#expected = "a value";
				at += 1;
			} else if (unit === CLOSE && (this.#expected === ", or ]" || this.#expected === "a value or ]")) {
				nesting.close(this.#origin + at);
				this.#pass();
				at += 1;
			} else if (this.#expected === ", or ]" || this.#expected === "the end") {
				throw this.#refuseSyntax(text, at);
			} else if (unit === OPEN) {
				nesting.open(this.#origin + at);
				this.#expected = "a value or ]";
				at += 1;
			} else {
				nesting.expectElement(this.#origin + at);
				const before = column.size;
				const end = this.#take(text, at);
				at = end > at ? end : this.#put(text, at);
				nesting.passElements(column.size - before);
				this.#pass();
			}
		}
		this.#origin += text.length;
	}

	/**
	 * The array of all elements, of the shape that their lists have.
	 *
	 * @throws {FormatError} `truncated` if the document has not ended.
	 */
	finish(): NDArray {
		if (this.#expected !== "the end") {
			throw refusal("truncated", this.#expected, "the end of the text", { offset: this.#origin });
		}
		return this.#column.finish(this.#nesting.shape);
	}

	/** An element or a list has ended. */
	#pass(): void {
		this.#expected = this.#nesting.depth === 0 ? "the end" : ", or ]";
	}

	/** Takes plain elements. Without a list there is one, and what follows it is an error. @returns Where the last of them ends. */
	#take(text: string, start: number): number {
		const [column, window] = [this.#column, this.#window];
		if (column.take === undefined || this.#nesting.depth === 0 || !window.moveTo(text, start)) return start;
		return column.take(window.bytes, start - window.start) + window.start;
	}

	/** Puts the element that begins at `start` as a whole. @returns Where it ends. */
	#put(text: string, start: number): number {
		const isString = text.charCodeAt(start) === QUOTE;
		const quote = isString ? closingQuote(text, start) : undefined;
		if (quote === -1)
			throw refusal("truncated", "a closing quote", "the end of the text", { offset: this.#origin + start });
		const end = quote === undefined ? endOfWord(text, start) : quote + 1;
		if (end === start) throw this.#refuseSyntax(text, start);
		const written = text.slice(start, end);
		const refuse: Refuse = (code, expected) => {
			const place = { offset: this.#origin + start, path: this.#nesting.path || undefined };
			throw refusal(code, expected, excerpt(written), place);
		};
		if (isString) this.#column.put(unescapeString(written.slice(1, -1), this.#origin + start + 1), "string", refuse);
		else this.#column.put(written, "bare", refuse);
		return end;
	}

	#refuseSyntax(text: string, at: number): Error {
		return refusal("bad-container", this.#expected, JSON.stringify(text.charAt(at)), { offset: this.#origin + at });
	}
}

/** Where a number or a word ends, or whatever stands in its place. */
function endOfWord(text: string, start: number): number {
	const word = /[^\s,"[\]{}:]*/y;
	word.lastIndex = start;
	return start + (word.exec(text)?.[0].length ?? 0);
}
