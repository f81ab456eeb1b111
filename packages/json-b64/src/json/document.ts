import type { JsonSource } from "../dialect.js";
import { wholeText } from "../text-pieces.js";
import type { JsonNode, ObjectNode } from "./node.js";
import { parseDocument } from "./parse.js";
import { refuseNode } from "./read-node.js";

/** The root of a document, or the value of one that was parsed before. */
export function rootOf(source: JsonSource): JsonNode {
	return isNode(source) ? source : parseDocument(wholeText(source));
}

/** The root, which has to be an object. @throws {FormatError} `bad-container` for anything else. */
export function objectOf(source: JsonSource): ObjectNode {
	const root = rootOf(source);
	if (root.kind === "object") return root;
	throw refuseNode("bad-container", "an object", root);
}

/** Text has no kind. */
function isNode(source: JsonSource): source is JsonNode {
	const given: unknown = source;
	return typeof given === "object" && given !== null && "kind" in given;
}
