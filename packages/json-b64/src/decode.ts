import { NDArray } from "@ndwire/core";
import { believe } from "./believe.js";
import { detectAt } from "./detect.js";
import type { DecodeJsonOptions, DialectName } from "./dialect.js";
import { dialectNamed, dialects } from "./dialects/all.js";
import type { TfServingValue } from "./dialects/tfserving.js";
import { rootOf } from "./json/document.js";
import type { JsonNode } from "./json/node.js";
import { refuseNode } from "./json/read-node.js";
import type { TextSource } from "./text-pieces.js";

/** What a document of a dialect holds. */
export type ValueOf<Name extends DialectName> = Name extends "v2-json"
	? ReadonlyMap<string, NDArray>
	: Name extends "tfserving-instances" | "tfserving-inputs"
		? TfServingValue
		: Name extends "pickle-latin1" | "pickle-b64"
			? unknown
			: NDArray;

export interface DecodeAnyOptions<
	Name extends DialectName | undefined = DialectName | undefined,
> extends DecodeJsonOptions {
	/** The dialect. Default: the one that {@link detectDialect} finds. */
	readonly dialect?: Name;
	/** Where in the document the array is, as `detectDialect` says it: `data[0].y`. Default: the document as a whole. */
	readonly path?: string | undefined;
}

/**
 * The array of a document, or the tensors of a request by their names. Options say what the document does not, and bring the codecs that
 * this package does not have; a dialect that needs one which is not there throws a TypeError that names it.
 *
 * @throws {FormatError} `bad-container` for what is no JSON or none of the dialects; and as the dialects do.
 *
 * @example
 * ```ts
 * decodeJson('{"__numpy__": "AQAAAAIAAAA=", "dtype": "<i4", "shape": [2]}').toList(); // [1, 2]
 * ```
 */
export function decodeJson<Name extends DialectName>(
	document: TextSource,
	options: DecodeAnyOptions<Name> & { readonly dialect: Name },
): ValueOf<Name>;
export function decodeJson(document: TextSource, options?: DecodeAnyOptions): NDArray | ReadonlyMap<string, NDArray>;
export function decodeJson(document: TextSource, options: DecodeAnyOptions = {}): unknown {
	const node = nodeAt(rootOf(document), options.path ?? "");
	const { dialect: asked } = options;
	if (asked !== undefined) return dialectNamed(asked).decode(node, options);
	const { dialect, reason } = detectAt(node);
	if (dialect === undefined) throw refuseNode("bad-container", `one of the dialects (found: ${reason})`, node);
	const value = dialects[dialect].decode(node, options);
	if (value instanceof NDArray || !dialect.startsWith("pickle")) return believe(value);
	throw refuseNode("unsafe-object", "a pickled array; the option dialect asks for other values", node);
}

function nodeAt(root: JsonNode, path: string): JsonNode {
	const found = path === "" ? root : findNode(root, path);
	if (found !== undefined) return found;
	throw refuseNode("bad-header-keys", `a value at ${path}`, root);
}

function findNode(node: JsonNode, path: string): JsonNode | undefined {
	if (node.path === path) return node;
	if (!path.startsWith(node.path)) return undefined;
	const members = node.kind === "object" ? [...node.entries.values()] : node.kind === "list" ? node.items : [];
	return members.map((member) => findNode(member, path)).find((found) => found !== undefined);
}
