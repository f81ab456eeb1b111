import { bitDifference, formatBitDifference } from "./bit-difference.js";
import { dtypeDifference, type DtypeLeeway } from "./dtype-difference.js";
import type { ArrayValue, Node } from "./node.js";
import { withoutByteOrder } from "./without-byte-order.js";

/** How two values differ: the verdict's class and the first difference in words. */
export interface ValueDifference {
	readonly class: "value-mismatch" | "dtype-mismatch" | "shape-mismatch" | "order-mismatch";
	readonly why: string;
}

/** What the format leaves free. */
export interface Leeway extends DtypeLeeway {
	/** The entries of the outermost dict may come in any order. */
	readonly dictOrder?: boolean;
	/** Arrays and scalars may be in either byte order. */
	readonly byteOrder?: boolean;
	/** Arrays may lie in either order in memory. */
	readonly order?: boolean;
}

/** Compares two values bit by bit; undefined if they are equal. */
export function compareValues(expected: Node, found: Node, leeway: Leeway = {}): ValueDifference | undefined {
	const identity = {
		matched: new Map<Node, Node>(),
		reverse: new Map<Node, Node>(),
		compared: new Map<Node, Set<Node>>(),
	};
	const context = { ...identity, left: indexIds(expected), right: indexIds(found), leeway };
	if (leeway.dictOrder === true && expected.tag === "dict" && found.tag === "dict") {
		return compareNodes(sortPairs(expected), sortPairs(found), "", context);
	}
	return compareNodes(expected, found, "", context);
}

/** Compares two arrays bit by bit; undefined if they are equal. */
function compareArrays(
	expected: ArrayValue,
	found: ArrayValue,
	path = "",
	leeway: Leeway = {},
): ValueDifference | undefined {
	const prefix = path === "" ? "" : `${path}: `;
	const dtype =
		leeway.byteOrder === true
			? dtypeDifference(withoutByteOrder(expected.layout), withoutByteOrder(found.layout), leeway)
			: dtypeDifference(expected.layout, found.layout, leeway);
	if (dtype !== undefined) return { class: "dtype-mismatch", why: prefix + dtype };
	if (expected.shape.join() !== found.shape.join()) {
		return { class: "shape-mismatch", why: `${prefix}expected ${shapeText(expected)}, found ${shapeText(found)}` };
	}
	if (leeway.order !== true && expected.order !== found.order && !isContiguousBothWays(expected.shape)) {
		return { class: "order-mismatch", why: `${prefix}expected order ${expected.order}, found ${found.order}` };
	}
	const bits = bitDifference(expected, found);
	return bits === undefined ? undefined : { class: "value-mismatch", why: prefix + formatBitDifference(bits) };
}

/** "For an array that is contiguous both ways either word is right." */
function isContiguousBothWays(shape: readonly number[]): boolean {
	return shape.includes(0) || shape.filter((extent) => extent !== 1).length < 2;
}

function shapeText({ shape }: ArrayValue): string {
	return `shape [${shape.join(", ")}]`;
}

interface Context {
	/** Nodes with ids on either side. */
	readonly left: ReadonlyMap<number, Node>;
	readonly right: ReadonlyMap<number, Node>;
	/** Which object of one side was met as which of the other. */
	readonly matched: Map<Node, Node>;
	readonly reverse: Map<Node, Node>;
	/** With what a node without identity has been compared that may come again, also inside itself. */
	readonly compared: Map<Node, Set<Node>>;
	readonly leeway: Leeway;
}

function compareNodes(expected: Node, found: Node, path: string, context: Context): ValueDifference | undefined {
	const left = resolve(expected, context.left);
	const right = resolve(found, context.right);
	if (left.tag !== right.tag) return mismatch(path, left.tag, right.tag);
	if (hasIdentity(left)) {
		const seen = context.matched.get(left);
		if (seen === right) return undefined;
		if (seen !== undefined || context.reverse.has(right)) {
			return mismatch(path, sharing(seen !== undefined), sharing(context.reverse.has(right)));
		}
		context.matched.set(left, right);
		context.reverse.set(right, left);
	} else if (left.id !== undefined) {
		const compared = context.compared.get(left) ?? new Set();
		if (compared.has(right)) return undefined;
		context.compared.set(left, compared.add(right));
	}
	return compareContent(left, right, path, context);
}

function compareContent(left: Node, right: Node, path: string, context: Context): ValueDifference | undefined {
	if (left.text !== right.text) return mismatch(path, atomText(left), atomText(right));
	if (left.layout !== undefined && right.layout !== undefined) {
		const difference = dtypeDifference(left.layout, right.layout, context.leeway);
		if (difference !== undefined) return { class: "dtype-mismatch", why: `${place(path)}${difference}` };
	}
	return (
		compareParts(left.array, right.array, path, context) ??
		compareParts(left.mask, right.mask, `${path}.mask`, context) ??
		compareChildren(left, right, path, context)
	);
}

function compareParts(
	left: ArrayValue | undefined,
	right: ArrayValue | undefined,
	path: string,
	context: Context,
): ValueDifference | undefined {
	if (left === undefined || right === undefined) return undefined;
	const difference = compareArrays(left, right, path, context.leeway);
	if (difference !== undefined) return difference;
	for (const [index, item] of (left.items ?? []).entries()) {
		const other = right.items?.[index];
		if (other === undefined) continue;
		const found = compareNodes(item, other, `${path}.items[${index}]`, context);
		if (found !== undefined) return found;
	}
	return undefined;
}

function compareChildren(left: Node, right: Node, path: string, context: Context): ValueDifference | undefined {
	if (left.children.length !== right.children.length) {
		return mismatch(path, sizeText(left), sizeText(right));
	}
	const [lefts, rights] =
		left.tag === "set" ? [sortMembers(left, context.left), sortMembers(right, context.right)] : [left, right];
	for (const [index, child] of lefts.children.entries()) {
		const other = rights.children[index];
		if (other === undefined) continue;
		if (child.step !== other.step && left.tag === "object") return mismatch(path, child.step, other.step);
		const difference = compareNodes(child.node, other.node, path + child.step, context);
		if (difference !== undefined) return difference;
	}
	return undefined;
}

/** Objects that Python can change, or tell apart: only their sharing belongs to the value. */
function hasIdentity({ tag, text }: Node): boolean {
	switch (tag) {
		case "list":
		case "dict":
		case "set":
		case "bytearray":
		case "ndarray":
		case "masked":
			return true;
		case "object":
			return text?.startsWith("collections.") ?? false;
		default:
			return false;
	}
}

function resolve(node: Node, ids: ReadonlyMap<number, Node>): Node {
	return node.tag === "ref" && node.id !== undefined ? (ids.get(node.id) ?? node) : node;
}

function indexIds(root: Node): ReadonlyMap<number, Node> {
	const ids = new Map<number, Node>();
	const visit = (node: Node): void => {
		if (node.id !== undefined && node.tag !== "ref") ids.set(node.id, node);
		for (const child of node.children) visit(child.node);
		for (const item of node.array?.items ?? []) visit(item);
	};
	visit(root);
	return ids;
}

/** Members of a set in an order that depends on nothing but what they say. */
function sortMembers(node: Node, ids: ReadonlyMap<number, Node>): Node {
	const keyed = node.children.map((child) => ({ child, key: contentKey(child.node, ids) }));
	keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
	return { ...node, children: keyed.map(({ child }) => child) };
}

/** A dict with its pairs sorted by their keys. */
function sortPairs(node: Node): Node {
	const ids = indexIds(node);
	const pairs = Array.from({ length: node.children.length / 2 }, (_, index) =>
		node.children.slice(2 * index, 2 * index + 2),
	);
	const keyed = pairs.map((pair) => ({ pair, key: pair[0] === undefined ? "" : contentKey(pair[0].node, ids) }));
	keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
	return { ...node, children: keyed.flatMap(({ pair }) => pair) };
}

/** Members of sets and keys of dicts are hashable, so they hold no cycles. */
function contentKey(node: Node, ids: ReadonlyMap<number, Node>): string {
	const { tag, text, array, children } = resolve(node, ids);
	const bytes = array === undefined ? "" : Buffer.from(array.bytes).toString("hex");
	return JSON.stringify([tag, text ?? "", bytes, ...children.map((child) => contentKey(child.node, ids))]);
}

function mismatch(path: string, expected: string, found: string): ValueDifference {
	return { class: "value-mismatch", why: `${place(path)}expected ${expected}, found ${found}` };
}

function place(path: string): string {
	return path === "" ? "" : `${path}: `;
}

function sharing(shared: boolean): string {
	return shared ? "an object that occurred before" : "an object of its own";
}

function atomText({ tag, text = "" }: Node): string {
	return `${tag} ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`;
}

function sizeText({ tag, children }: Node): string {
	return `${tag} of ${tag === "dict" ? children.length / 2 : children.length}`;
}
