import { FormatError, type FormatErrorCode } from "@ndwire/core";
import { excerpt, refusal } from "../refusal.js";
import type { JsonNode, ObjectNode, StringNode } from "./node.js";
import { itemsOf } from "./parse.js";
import { unescapeString } from "./string.js";

/** The JSON text of a value. */
export function sourceOf({ text, start, end }: JsonNode): string {
	return text.slice(start, end);
}

/** A refusal of a value, with its place. */
export function refuseNode(code: FormatErrorCode, expected: string, node: JsonNode): FormatError {
	const { start, end, path } = node;
	// Megabytes are not copied for a message.
	const found = node.kind === "object" ? "an object" : excerpt(node.text.slice(start, Math.min(end, start + 60)));
	return refusal(code, expected, found, { offset: start, path: path || undefined });
}

/** What a string spells. */
export function stringOf({ text, start, end }: StringNode): string {
	return unescapeString(text.slice(start + 1, end - 1), start + 1);
}

/** The first characters of what a string spells; none if it is not sound. */
export function beginningOf({ text, start, end }: StringNode): string {
	const raw = text.slice(start + 1, Math.min(end - 1, start + 61));
	// What was cut within an escape is tried again without it.
	for (let cut = 0; cut < 6; cut += 1) {
		try {
			return unescapeString(raw.slice(0, raw.length - cut), start + 1);
		} catch (error) {
			if (!(error instanceof FormatError)) throw error;
		}
	}
	return "";
}

/** The member of that name. @throws {FormatError} `bad-header-keys` if it is not there. */
export function memberOf(node: ObjectNode, key: string): JsonNode {
	const member = node.entries.get(key);
	if (member !== undefined) return member;
	throw refusal("bad-header-keys", `a member ${key}`, "none", { offset: node.start, path: node.path || undefined });
}

/** A value that is a string. @throws {FormatError} with the code given, for any other. */
export function requireString(node: JsonNode, code: FormatErrorCode, expected: string): StringNode {
	if (node.kind === "string") return node;
	throw refuseNode(code, expected, node);
}

/** A list of sizes. @throws {FormatError} `bad-shape` for anything else, `limit` for more than NumPy's 64. */
export function shapeOf(node: JsonNode): readonly number[] {
	const sizes =
		node.kind === "elements" && node.end - node.start < longestShape ? parsedSizes(sourceOf(node)) : undefined;
	if (sizes === undefined) throw refuseNode("bad-shape", "a list of sizes, from 0 to 2^53 - 1", node);
	if (sizes.length > 64) throw refuseNode("limit", "at most 64 axes", node);
	const size = sizes.includes(0) ? 0 : sizes.reduce((product, extent) => product * extent, 1);
	if (!Number.isSafeInteger(size)) throw refuseNode("overflow", "fewer than 2^53 elements", node);
	return sizes;
}

const longestShape = 10_000;

function parsedSizes(source: string): readonly number[] | undefined {
	if (!sizeList.test(source)) return undefined;
	const sizes = source.match(/\d+/g)?.map(Number) ?? [];
	return sizes.every((extent) => Number.isSafeInteger(extent)) ? sizes : undefined;
}

/** A value as JavaScript has it: integers that a number would round as bigints. */
export function valueOf(node: JsonNode): unknown {
	switch (node.kind) {
		case "object":
			return Object.fromEntries(Array.from(node.entries, ([key, member]) => [key, valueOf(member)]));
		case "list":
		case "elements":
			return itemsOf(node).map(valueOf);
		case "string":
			return stringOf(node);
		case "word":
			return wordValue(sourceOf(node));
		default:
			return node satisfies never;
	}
}

function wordValue(word: string): unknown {
	if (word === "true" || word === "false") return word === "true";
	if (word === "null") return null;
	const number = Number(word);
	return /^-?\d+$/.test(word) && !Number.isSafeInteger(number) ? BigInt(word) : number;
}

const sizeList = /^\[\s*(?:(?:0|[1-9]\d*)\s*(?:,\s*(?:0|[1-9]\d*)\s*)*)?\]$/;
