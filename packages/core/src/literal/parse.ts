import { skipBlanks, skipLines, startOfExpression } from "./blanks.js";
import { isHashable } from "./hashable.js";
import { isDigit, scanNumber } from "./number-literal.js";
import type { PyLiteral } from "./py-literal.js";
import { isStringStart, scanString } from "./string-literal.js";
import { syntaxError, tooLarge } from "./syntax-error.js";

export interface ParsePythonLiteralOptions {
	/** Most brackets open at once. Default 200, the limit of CPython's tokenizer. */
	readonly maxDepth?: number;
	/** Most UTF-16 units that are read. Default 1,000,000. */
	readonly maxLength?: number;
	/** Accept the `L` that Python 2 puts after a number, as `numpy.lib.format` does for versions 1.0 and 2.0. Default false. */
	readonly longSuffix?: boolean;
	/** Accept spaces and tabs before the literal, as `ast.literal_eval` does since Python 3.10. Default true. */
	readonly leadingBlanks?: boolean;
}

/**
 * The value of a Python literal, read as `ast.literal_eval` reads it: the whole text is one literal, around which only
 * comments, line ends and blanks may stand. Nothing is evaluated beyond signs, adjacent strings and complex sums.
 *
 * Not read: `\N{…}` escapes, which need the table of Unicode names.
 *
 * @returns The value and, within it, every part with its type and its offset in `text`; repeated dict keys are kept.
 * @throws {FormatError} `bad-header-syntax` where Python refuses the text; `limit` where it exceeds a limit.
 */
export function parsePythonLiteral(text: string, options: ParsePythonLiteralOptions = {}): PyLiteral {
	const { maxDepth = 200, maxLength = 1_000_000, longSuffix = false, leadingBlanks = true } = options;
	if (text.length > maxLength) throw tooLarge(`${text.length} characters`, `at most ${maxLength}`, maxLength);
	// Python encodes the text before it reads it; so a lone surrogate, or a NUL, is refused wherever it stands.
	const foreign = /[\0\p{Cs}]/u.exec(text);
	if (foreign !== null) throw syntaxError("a character that Python source can hold", text, foreign.index);
	return new LiteralReader(text, maxDepth, longSuffix).readText(startOfExpression(text, leadingBlanks));
}

/** One pass over the text, left to right, with one character of look-ahead. */
class LiteralReader {
	readonly #text: string;
	readonly #maxDepth: number;
	readonly #longSuffix: boolean;
	#position = 0;
	#depth = 0;
	/** The last number read without a sign: what a sign may stand before, and a complex sum end with. */
	#bareNumber: PyLiteral | undefined;

	constructor(text: string, maxDepth: number, longSuffix: boolean) {
		this.#text = text;
		this.#maxDepth = maxDepth;
		this.#longSuffix = longSuffix;
	}

	readText(start: number): PyLiteral {
		this.#position = start;
		const first = this.#readSum();
		const value = this.#skipComma() ? this.#tuple(start, first, "") : first;
		const end = skipLines(this.#text, this.#position);
		if (end < this.#text.length) throw this.#unexpected("the end of the literal", end);
		// To Python a last line of blanks is indented; the filter with which NumPy drops an `L` drops them too.
		if (!this.#longSuffix && /[\n\r](?:[^\n\r#]*\f)?[ \t]+$/.test(this.#text.slice(this.#position))) {
			throw this.#unexpected("no indentation", end);
		}
		return value;
	}

	/** A value, or the sum of a real and an imaginary number that makes a complex one. */
	#readSum(): PyLiteral {
		this.#skip();
		const offset = this.#position;
		const left = this.#readSigned();
		this.#skip();
		const operator = this.#peek();
		if (operator !== "+" && operator !== "-") return left;
		const at = this.#position++;
		this.#skip();
		const right = this.#readValue();
		const re = left.type === "int" || left.type === "float" ? Number(left.value) : Number.NaN;
		const isReal = (left.type === "int" && Number.isFinite(re)) || left.type === "float";
		if (!isReal || right.type !== "complex" || right !== this.#bareNumber) {
			throw this.#unexpected("no arithmetic but a complex number", at);
		}
		// As Python adds: the real number is made complex first, so that the zeros take part.
		return operator === "+"
			? { type: "complex", re: re + right.re, im: 0 + right.im, offset }
			: { type: "complex", re: re - right.re, im: 0 - right.im, offset };
	}

	#readSigned(): PyLiteral {
		this.#skip();
		const sign = this.#peek();
		if (sign !== "+" && sign !== "-") return this.#readValue();
		const offset = this.#position++;
		this.#skip();
		const value = this.#readValue();
		if (value !== this.#bareNumber) throw this.#unexpected("a number after the sign", value.offset);
		return sign === "+" ? { ...value, offset } : negate(value, offset);
	}

	#readValue(): PyLiteral {
		const first = this.#peek();
		if (first === "(") return this.#readParentheses();
		if (first === "[") return this.#readList();
		if (first === "{") return this.#readBraces();
		if (isDigit(first) || (first === "." && isDigit(this.#text.charAt(this.#position + 1)))) return this.#readNumber();
		if (isStringStart(this.#text, this.#position)) return this.#readStrings();
		return this.#readWord();
	}

	/** `()`, `(1,)`, `(1, 2)`; `(1)` is its value. */
	#readParentheses(): PyLiteral {
		const offset = this.#open();
		if (this.#skipClosing(")")) return { type: "tuple", items: [], offset };
		const first = this.#readSum();
		if (this.#skipClosing(")")) return first;
		if (!this.#skipComma()) throw this.#unexpected("',' or ')'");
		return this.#tuple(offset, first, ")");
	}

	#tuple(offset: number, first: PyLiteral, close: "" | ")"): PyLiteral {
		return { type: "tuple", items: this.#readItems([first], close), offset };
	}

	#readList(): PyLiteral {
		const offset = this.#open();
		return { type: "list", items: this.#readItems([], "]"), offset };
	}

	/** The values up to `close`, of which those in `items` were read, and a comma after the last of them. */
	#readItems(items: PyLiteral[], close: "" | ")" | "]" | "}"): PyLiteral[] {
		while (!this.#skipClosing(close)) {
			items.push(this.#readSum());
			if (this.#skipComma()) continue;
			if (!this.#skipClosing(close)) throw this.#unexpected(`',' or '${close}'`);
			break;
		}
		return items;
	}

	#readBraces(): PyLiteral {
		const offset = this.#open();
		if (this.#skipClosing("}")) return { type: "dict", entries: [], offset };
		const first = this.#readHashable();
		if (this.#skipOver(":")) return { type: "dict", entries: this.#readEntries(first), offset };
		if (!this.#skipComma()) {
			if (!this.#skipClosing("}")) throw this.#unexpected("':', ',' or '}'");
			return { type: "set", items: [first], offset };
		}
		const items = this.#readItems([first], "}");
		for (const item of items) this.#requireHashable(item);
		return { type: "set", items, offset };
	}

	#readEntries(firstKey: PyLiteral): (readonly [PyLiteral, PyLiteral])[] {
		const entries: (readonly [PyLiteral, PyLiteral])[] = [[firstKey, this.#readSum()]];
		while (!this.#skipClosing("}")) {
			if (!this.#skipComma()) throw this.#unexpected("',' or '}'");
			if (this.#skipClosing("}")) break;
			const key = this.#readHashable();
			if (!this.#skipOver(":")) throw this.#unexpected("':'");
			entries.push([key, this.#readSum()]);
		}
		return entries;
	}

	#readHashable(): PyLiteral {
		return this.#requireHashable(this.#readSum());
	}

	#requireHashable(value: PyLiteral): PyLiteral {
		if (!isHashable(value)) throw this.#unexpected("a value that can be hashed", value.offset);
		return value;
	}

	#readNumber(): PyLiteral {
		const { value, end } = scanNumber(this.#text, this.#position);
		this.#position = end;
		if (this.#longSuffix) this.#skipLongSuffixes();
		this.#bareNumber = value;
		return value;
	}

	/** NumPy drops a token `L` behind a number wherever it stands, and as often as it stands there. */
	#skipLongSuffixes(): void {
		for (let next = this.#position; ;) {
			next = skipBlanks(this.#text, next, this.#depth > 0);
			if (this.#text[next] !== "L" || /[\w\u0080-\uffff]/.test(this.#text.charAt(next + 1))) return;
			this.#position = ++next;
		}
	}

	/** A string, or several in a row, which Python glues together. */
	#readStrings(): PyLiteral {
		const offset = this.#position;
		const parts: string[] = [];
		const { isBytes } = scanString(this.#text, offset);
		do {
			const part = scanString(this.#text, this.#position);
			if (part.isBytes !== isBytes) throw this.#unexpected("strings of one kind: text and bytes do not mix");
			parts.push(part.value);
			this.#position = part.end;
			this.#skip();
		} while (isStringStart(this.#text, this.#position));
		const value = parts.join("");
		return isBytes ? { type: "bytes", value: bytesOf(value), offset } : { type: "str", value, offset };
	}

	#readWord(): PyLiteral {
		const offset = this.#position;
		const word = /^(?:\.\.\.|[\w\u0080-\uffff]*)/.exec(this.#text.slice(offset, offset + 8))?.[0] ?? "";
		this.#position += word.length;
		if (word === "None") return { type: "none", offset };
		if (word === "True" || word === "False") return { type: "bool", value: word === "True", offset };
		if (word === "...") return { type: "ellipsis", offset };
		if (word === "set" && this.#skipOver("(")) {
			this.#depth += 1;
			if (this.#skipClosing(")")) return { type: "set", items: [], offset };
		}
		throw this.#unexpected("a Python literal", offset);
	}

	#open(): number {
		if (this.#depth === this.#maxDepth) {
			throw tooLarge("deeper nesting", `at most ${this.#maxDepth} nested brackets`, this.#position);
		}
		this.#depth += 1;
		return this.#position++;
	}

	#skipComma(): boolean {
		return this.#skipOver(",");
	}

	/** Moves past `close`; without brackets (`""`) the end of the expression closes and nothing is moved past. */
	#skipClosing(close: "" | ")" | "]" | "}"): boolean {
		if (close === "") return this.#atEndOfExpression();
		if (!this.#skipOver(close)) return false;
		this.#depth -= 1;
		return true;
	}

	#atEndOfExpression(): boolean {
		this.#skip();
		const next = this.#peek();
		return next === "" || next === "\n" || next === "\r" || next === "#";
	}

	#skipOver(token: string): boolean {
		this.#skip();
		if (this.#peek() !== token) return false;
		this.#position += 1;
		return true;
	}

	#skip(): void {
		this.#position = skipBlanks(this.#text, this.#position, this.#depth > 0);
	}

	#peek(): string {
		return this.#text.charAt(this.#position);
	}

	#unexpected(expected: string, at: number = this.#position): Error {
		return syntaxError(expected, this.#text, at);
	}
}

function negate(value: PyLiteral, offset: number): PyLiteral {
	if (value.type === "int") return { type: "int", value: -value.value, offset };
	if (value.type === "float") return { type: "float", value: -value.value, offset };
	if (value.type === "complex") return { type: "complex", re: -value.re, im: -value.im, offset };
	return value;
}

function bytesOf(characters: string): Uint8Array {
	return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}
