import type { JsonNode } from "../json/node.js";
import { itemsOf } from "../json/parse.js";
import { refuseNode } from "../json/read-node.js";

/**
 * The elements of lists that are nested as a shape says, or all in one list, in C order.
 *
 * @throws {FormatError} `bad-shape` where they are nested otherwise.
 */
export function elementsAt(node: JsonNode, shape: readonly number[]): readonly JsonNode[] {
	const size = shape.reduce((product, extent) => product * extent, 1);
	const items = node.kind === "list" || node.kind === "elements" ? itemsOf(node) : undefined;
	const isFlat = items?.length === size && (shape.length === 1 || !items.some(isListNode));
	if (items !== undefined && isFlat) return items;
	return nestedElements(node, shape, 0);
}

function nestedElements(node: JsonNode, shape: readonly number[], axis: number): readonly JsonNode[] {
	const extent = shape[axis];
	if (extent === undefined) return [node];
	const items = isListNode(node) ? itemsOf(node) : undefined;
	if (items?.length !== extent) throw refuseNode("bad-shape", `a list of ${extent}`, node);
	return items.flatMap((item) => nestedElements(item, shape, axis + 1));
}

/** Whether a value is a list, looked into or not. */
export function isListNode(node: JsonNode): node is Extract<JsonNode, { readonly kind: "list" | "elements" }> {
	return node.kind === "list" || node.kind === "elements";
}

/** How lists are nested, by the first of each. */
export function shapeOfLists(node: JsonNode): readonly number[] {
	const shape: number[] = [];
	for (let level: JsonNode | undefined = node; level !== undefined && isListNode(level);) {
		const items = itemsOf(level);
		shape.push(items.length);
		level = items[0];
	}
	return shape;
}
