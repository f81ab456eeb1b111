import type { FormatError } from "@ndwire/core";
import { isBlank } from "../numbers/characters.js";
import { refusal } from "../refusal.js";
import type { ElementsNode, JsonNode, ListNode } from "./node.js";
import { closingQuote, unescapeString } from "./string.js";

/** As deep as Python's own reader goes. */
const mostNesting = 1000;

/**
 * The document as a tree, in linear time.
 *
 * @throws {FormatError} `bad-container` and `truncated` for what is no JSON, `limit` for more than 1000 nested lists and objects.
 */
export function parseDocument(text: string): JsonNode {
	const parser = new Parser(text, 0);
	const root = parser.value("", 0);
	parser.end();
	return root;
}

/** The items of a list, looked into only now if it has nothing but elements. */
export function itemsOf(node: ListNode | ElementsNode): readonly JsonNode[] {
	return node.kind === "list" ? node.items : new Parser(node.text, node.start).items(node.path, 0);
}

class Parser {
	readonly #text: string;
	#at: number;
	/** Where each of these occurs next, found by the engine's own search and kept until it has been passed. */
	readonly #next: Record<Mark, number> = { '"': -1, "{": -1, "[": -1, "]": -1 };
	/** Lists that begin before this hold strings or objects exactly if they are among the open ones. */
	#surveyed = 0;
	#open: ReadonlySet<number> = new Set();

	constructor(text: string, start: number) {
		this.#text = text;
		this.#at = start;
	}

	value(path: string, depth: number): JsonNode {
		if (depth > mostNesting) throw this.#refuse("limit", `at most ${mostNesting} nested values`, "more");
		this.#skipBlanks();
		const [text, start] = [this.#text, this.#at];
		const first = text.charAt(start);
		if (first === "{") {
			const entries = this.#entries(path, depth);
			return { kind: "object", entries, text, start, end: this.#at, path };
		}
		if (first === "[") {
			const end = this.#endOfElements();
			const items = end === undefined ? this.items(path, depth) : undefined;
			this.#at = end ?? this.#at;
			if (items !== undefined) return { kind: "list", items, text, start, end: this.#at, path };
			return { kind: "elements", text, start, end: this.#at, path };
		}
		if (first === '"') return { kind: "string", text, start, end: this.#passString(), path };
		const end = this.#passWord();
		return { kind: "word", text, start, end, path };
	}

	/** @throws {FormatError} if something is left. */
	end(): void {
		this.#skipBlanks();
		if (this.#at < this.#text.length) throw this.#unexpected("the end");
	}

	#entries(path: string, depth: number): ReadonlyMap<string, JsonNode> {
		const entries = new Map<string, JsonNode>();
		this.#at += 1;
		for (let isFirst = true; !this.#passEnd("}", isFirst); isFirst = false) {
			this.#skipBlanks();
			const start = this.#at;
			if (this.#text.charAt(start) !== '"') throw this.#unexpected("a key");
			const key = unescapeString(this.#text.slice(start + 1, this.#passString() - 1), start + 1);
			this.#skipBlanks();
			if (this.#text.charAt(this.#at) !== ":") throw this.#unexpected(":");
			this.#at += 1;
			entries.set(key, this.value(memberPath(path, key), depth + 1));
		}
		return entries;
	}

	/** The items of the list that begins here. */
	items(path: string, depth: number): readonly JsonNode[] {
		const items: JsonNode[] = [];
		this.#at += 1;
		while (!this.#passEnd("]", items.length === 0)) items.push(this.value(`${path}[${items.length}]`, depth + 1));
		return items;
	}

	/** Passes the comma before the next member, or the end, which it tells. */
	#passEnd(close: "}" | "]", isFirst: boolean): boolean {
		this.#skipBlanks();
		const found = this.#text.charAt(this.#at);
		if (found === close || (found === "," && !isFirst)) this.#at += 1;
		else if (!isFirst) throw this.#unexpected(`, or ${close}`);
		return found === close;
	}

	/**
	 * Where the list that begins here ends, if there is neither a string nor an object in it. A list in which there is one tells the
	 * same of every list before that one, so that no text is surveyed twice.
	 */
	#endOfElements(): number | undefined {
		const start = this.#at;
		if (start < this.#surveyed && this.#open.has(start)) return undefined;
		const open: number[] = [];
		for (let at = start; ;) {
			const complex = Math.min(this.#find('"', at), this.#find("{", at));
			const [opening, closing] = [this.#find("[", at), this.#find("]", at)];
			if (complex < opening && complex < closing) {
				[this.#surveyed, this.#open] = [complex, new Set(open)];
				// The brackets up to there are looked for again.
				this.#next["["] = this.#next["]"] = -1;
				return undefined;
			}
			if (opening === Infinity && closing === Infinity)
				throw this.#refuse("truncated", "a closing ]", "the end of the text", this.#text.length);
			at = Math.min(opening, closing) + 1;
			if (opening < closing) open.push(opening);
			else open.pop();
			if (open.length > mostNesting) throw this.#refuse("limit", `at most ${mostNesting} nested values`, "more", at);
			if (open.length === 0) return at;
		}
	}

	#find(mark: Mark, from: number): number {
		if (this.#next[mark] < from) {
			const found = this.#text.indexOf(mark, from);
			this.#next[mark] = found === -1 ? Infinity : found;
		}
		return this.#next[mark];
	}

	/** @returns Where the string that begins here ends, behind its quote. Long ones are looked into by whoever reads them. */
	#passString(): number {
		const quote = closingQuote(this.#text, this.#at);
		if (quote === -1) throw this.#refuse("truncated", "a closing quote", "the end of the text");
		if (quote - this.#at < longString) unescapeString(this.#text.slice(this.#at + 1, quote), this.#at + 1);
		this.#at = quote + 1;
		return this.#at;
	}

	/** @returns Where the number or the word that begins here ends. */
	#passWord(): number {
		const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity)(?![\w.+-])/y;
		word.lastIndex = this.#at;
		const [found] = word.exec(this.#text) ?? [];
		if (found === undefined) throw this.#unexpected("a value");
		this.#at += found.length;
		return this.#at;
	}

	#skipBlanks(): void {
		while (isBlank(this.#text.charCodeAt(this.#at))) this.#at += 1;
	}

	#unexpected(expected: string): FormatError {
		const found = this.#text.charAt(this.#at);
		if (found === "") return this.#refuse("truncated", expected, "the end of the text");
		return this.#refuse("bad-container", expected, JSON.stringify(found));
	}

	#refuse(
		code: "bad-container" | "truncated" | "limit",
		expected: string,
		found: string,
		offset: number = this.#at,
	): FormatError {
		return refusal(code, expected, found, { offset });
	}
}

/** Characters of a string that is most likely base64. */
const longString = 256;

type Mark = '"' | "{" | "[" | "]";

/** Path of an object's member, as JavaScript would write it. */
function memberPath(path: string, key: string): string {
	if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
	return path === "" ? key : `${path}.${key}`;
}
