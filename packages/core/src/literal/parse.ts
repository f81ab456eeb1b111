import { skipBlanks, skipLines, startOfExpression } from "./blanks.js";
import { isHashable } from "./hashable.js";
import { scanNumber } from "./number-literal.js";
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
	return new LiteralReader(text, startOfExpression(text, leadingBlanks), maxDepth, longSuffix).readText();
}

/** One pass over the text, left to right, with one character of look-ahead. */
class LiteralReader {
	readonly #text: string;
	readonly #maxDepth: number;
	readonly #longSuffix: boolean;
	#position: number;
	#depth = 0;
	/** The last number read without a sign: what a sign may stand before, and a complex sum end with. */
	#bareNumber: PyLiteral | undefined;

	constructor(text: string, start: number, maxDepth: number, longSuffix: boolean) {
		this.#text = text;
		this.#position = start;
		this.#maxDepth = maxDepth;
		this.#longSuffix = longSuffix;
	}

	readText(): PyLiteral {
		const value = this.#readGroup("", this.#position);
		const end = skipLines(this.#text, this.#position);
		if (end < this.#text.length) throw this.#unexpected("the end of the literal", end);
		// To Python a last line of blanks is indented; the filter with which NumPy drops an `L` drops them too.
		if (!this.#longSuffix && /[\n\r](?:[^\n\r#]*\f)?[ \t]+$/.test(this.#text.slice(this.#position))) {
			throw this.#unexpected("no indentation", end);
		}
		return value;
	}

	/** What stands up to `close`, which without brackets is the end of the expression. */
	#readGroup(close: "" | ")" | "]" | "}", offset: number): PyLiteral {
		const items: PyLiteral[] = [];
		const entries: (readonly [PyLiteral, PyLiteral])[] = [];
		let hasComma = true;
		while (!this.#skipClosing(close, items.length === 0)) {
			if (!hasComma) throw this.#unexpected(`',' or ${close === "" ? "the end" : `'${close}'`}`);
			const item = this.#readSum();
			if (close === "}" && !isHashable(item)) throw this.#unexpected("a value that can be hashed", item.offset);
			// The first one tells a dict from a set.
			if (close === "}" && entries.length === items.length && this.#skipOver(":")) {
				entries.push([item, this.#readSum()]);
			} else if (entries.length > 0) throw this.#unexpected("':'");
			items.push(item);
			hasComma = this.#skipOver(",");
		}
		if (close === "]") return { type: "list", items, offset };
		if (close === "}" && entries.length === items.length) return { type: "dict", entries, offset };
		if (close === "}") return { type: "set", items, offset };
		const [first] = items;
		return first !== undefined && items.length === 1 && !hasComma ? first : { type: "tuple", items, offset };
	}

	/** A value, or the sum of a real and an imaginary number that makes a complex one. */
	#readSum(): PyLiteral {
		this.#skip();
		const offset = this.#position;
		const sign = this.#skipSign();
		const value = this.#readValue();
		if (sign !== 0 && value !== this.#bareNumber) throw this.#unexpected("a number after the sign", value.offset);
		const left = sign === 0 ? value : signed(value, sign, offset);
		this.#skip();
		const at = this.#position;
		const operator = this.#skipSign();
		if (operator === 0) return left;
		const right = this.#readValue();
		const isReal = left.type === "float" || (left.type === "int" && Number.isFinite(Number(left.value)));
		if (!isReal || right.type !== "complex" || right !== this.#bareNumber) {
			throw this.#unexpected("no arithmetic but a complex number", at);
		}
		// As Python adds: the real number is made complex first, so that the zeros take part.
		return { type: "complex", re: Number(left.value) + operator * right.re, im: 0 + operator * right.im, offset };
	}

	/** Moves past a sign and the blanks behind it: 1 or -1, or 0 where there is none. */
	#skipSign(): 1 | -1 | 0 {
		const sign = this.#peek() === "+" ? 1 : this.#peek() === "-" ? -1 : 0;
		if (sign !== 0) {
			this.#position += 1;
			this.#skip();
		}
		return sign;
	}

	#readValue(): PyLiteral {
		const first = this.#peek();
		if (first === "(") return this.#readBrackets(")");
		if (first === "[") return this.#readBrackets("]");
		if (first === "{") return this.#readBrackets("}");
		if (/^\.?\d/.test(this.#text.slice(this.#position, this.#position + 2))) return this.#readNumber();
		return isStringStart(this.#text, this.#position) ? this.#readStrings() : this.#readWord();
	}

	#readBrackets(close: ")" | "]" | "}"): PyLiteral {
		if (this.#depth === this.#maxDepth) {
			throw tooLarge("deeper nesting", `at most ${this.#maxDepth} nested brackets`, this.#position);
		}
		this.#depth += 1;
		return this.#readGroup(close, this.#position++);
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
		let kind: boolean | undefined;
		do {
			const { value, isBytes, end } = scanString(this.#text, this.#position);
			if ((kind ??= isBytes) !== isBytes) throw this.#unexpected("strings of one kind: text and bytes do not mix");
			parts.push(value);
			this.#position = end;
			this.#skip();
		} while (isStringStart(this.#text, this.#position));
		const value = parts.join("");
		if (!kind) return { type: "str", value, offset };
		return { type: "bytes", value: Uint8Array.from(value, (character) => character.charCodeAt(0)), offset };
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
			if (this.#skipClosing(")", true)) return { type: "set", items: [], offset };
		}
		throw this.#unexpected("a Python literal", offset);
	}

	/**
	 * Moves past `close`. Without brackets (`""`) the end of the expression closes, unless nothing stands before it, and nothing
	 * is moved past.
	 */
	#skipClosing(close: "" | ")" | "]" | "}", isEmpty: boolean): boolean {
		this.#skip();
		if (close === "") return !isEmpty && ["", "\n", "\r", "#"].includes(this.#peek());
		if (!this.#skipOver(close)) return false;
		this.#depth -= 1;
		return true;
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

function signed(value: PyLiteral, sign: 1 | -1, offset: number): PyLiteral {
	if (value.type === "int") return { type: "int", value: BigInt(sign) * value.value, offset };
	if (value.type === "float") return { type: "float", value: sign * value.value, offset };
	return value.type === "complex" ? { type: "complex", re: sign * value.re, im: sign * value.im, offset } : value;
}
