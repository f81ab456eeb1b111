import type { DialectName } from "./dialect.js";
import { dialects } from "./dialects/all.js";
import { rootOf } from "./json/document.js";
import type { JsonNode } from "./json/node.js";
import type { TextSource } from "./text-pieces.js";

/** An array, or several, that a document holds in one of the dialects. */
export interface FoundArray {
	readonly dialect: DialectName;
	/** The way there from the root, such as `data[0].y`; empty for the root itself. */
	readonly path: string;
	/** What it is known by. */
	readonly reason: string;
}

export interface Detection {
	/** The dialect of the document as a whole; undefined if it only holds arrays, or none. */
	readonly dialect: DialectName | undefined;
	/** Why, in one sentence. */
	readonly reason: string;
	/** Every array, in the order of the document: the root alone where that is one. */
	readonly arrays: readonly FoundArray[];
}

/**
 * Which dialect a document is written in, and where in it arrays are. Forms are looked at, contents are not: what is found may still be
 * refused when it is decoded. Lists of numbers are arrays too.
 *
 * @throws {FormatError} for what is no JSON.
 *
 * @example
 * ```ts
 * detectDialect('["int32", "AQAAAA==", [1]]').dialect; // "triple-list"
 * ```
 */
export function detectDialect(document: TextSource): Detection {
	return detectAt(rootOf(document));
}

/** The same for a value of a document. */
export function detectAt(root: JsonNode): Detection {
	const arrays = [...findArrays(root, root)];
	const [first] = arrays;
	if (first?.path === root.path) return { dialect: first.dialect, reason: first.reason, arrays };
	const places = arrays.slice(0, mostPlaces).map(({ dialect, path }) => `${path} (${dialect})`);
	const more = arrays.length > mostPlaces ? `, and ${arrays.length - mostPlaces} more` : "";
	const reason =
		arrays.length === 0 ? "none of the dialects" : `none as a whole; arrays at ${places.join(", ")}${more}`;
	return { dialect: undefined, reason, arrays };
}

const mostPlaces = 5;

function* findArrays(node: JsonNode, root: JsonNode): Generator<FoundArray> {
	const { path } = node;
	for (const { name, detect } of Object.values(dialects)) {
		const reason = node === root || mayBeNested(node, name) ? detect(node) : undefined;
		if (reason === undefined) continue;
		yield { dialect: name, path, reason };
		return;
	}
	if (node.kind === "object") for (const member of node.entries.values()) yield* findArrays(member, root);
	if (node.kind === "list") for (const item of node.items) yield* findArrays(item, root);
}

/** Within a document single numbers and strings, and lists of words, are mostly no arrays. */
function mayBeNested(node: JsonNode, name: DialectName): boolean {
	if (name === "json-tolist") return node.kind === "elements";
	return name !== "json-strings" || node.kind === "list";
}
