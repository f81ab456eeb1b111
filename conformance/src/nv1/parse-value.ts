import { readBytes } from "../protocol/bytes.js";
import { join, readArray, readCount, readObject, readShape, readString, readWord } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { member, type JsonObject, type JsonValue } from "../protocol/json.js";
import { countOf, hasObject, type Layout } from "./layout.js";
import { tags, type ArrayValue, type Child, type Node } from "./node.js";
import { parseDtype } from "./parse-dtype.js";

/**
 * Reads an array or a tagged tree of adapter-protocol section 1, checking everything that can be checked without an expectation:
 * the form of every part, the exact length of every array's memory, that ids are unique and refs lead somewhere.
 *
 * @throws {FormError} naming the place and what is wrong there.
 */
export function parseValue(json: JsonValue | undefined, path = "value"): Node {
	const ids = new Map<number, string>();
	const refs = new Map<number, string>();
	const node = parseNode(json, { path, depth: 0, ids, refs });
	for (const [id, at] of refs) if (!ids.has(id)) throw new FormError(at, `nothing has the id ${id}`);
	return node;
}

/** Reads an array alone. @throws {FormError} */
export function parseArray(json: JsonValue | undefined, path = "value"): ArrayValue {
	return parseArrayAt(json, { path, depth: 0, ids: new Map(), refs: new Map() });
}

/** "Trees nested deeper than 1,000 are refused with `limit`." */
const depthLimit = 1000;

interface Place {
	readonly path: string;
	readonly depth: number;
	/** Where each id was given. Shared by the whole value. */
	readonly ids: Map<number, string>;
	/** Where each id was first referred to. */
	readonly refs: Map<number, string>;
}

function parseNode(json: JsonValue | undefined, place: Place): Node {
	const object = readObject(json, place.path);
	if (place.depth > depthLimit) throw new FormError(place.path, `nested deeper than ${depthLimit}`);
	if (member(object, "t") === undefined) return { tag: "nv1", array: parseArrayAt(object, place), children: [] };
	const tag = readWord(object, "t", tags, place.path);
	if (tag === "ref") return { tag, id: noteRef(object, place), children: [] };
	if (member(object, "id") === undefined) return { tag, children: [], ...parseContent(tag, object, place) };
	return { tag, id: noteId(object, place), children: [], ...parseContent(tag, object, place) };
}

type Content = Partial<Omit<Node, "tag" | "id">>;

function parseContent(tag: Exclude<(typeof tags)[number], "ref">, object: JsonObject, place: Place): Content {
	const at = (key: string): Place => ({ ...place, path: join(place.path, key), depth: place.depth + 1 });
	switch (tag) {
		case "none":
			return {};
		case "bool":
			return { text: parseBool(member(object, "v"), at("v").path) };
		case "int":
			return { text: parseText(object, "v", /^(?:0|-?[1-9]\d*)$/, place.path) };
		case "f8":
			return { text: parseText(object, "x", /^[0-9a-f]{16}$/, place.path) };
		case "c16":
			return { text: parseText(object, "x", /^[0-9a-f]{32}$/, place.path) };
		case "str":
		case "global":
			return { text: readString(object, "v", place.path) };
		case "bytes":
		case "bytearray":
			return { text: parseBase64(object, place.path) };
		case "list":
		case "tuple":
		case "set":
			return { children: parseItems(member(object, "v"), at("v"), "") };
		case "dict":
			return { children: parsePairs(member(object, "v"), at("v"), "") };
		case "ndarray":
			return { array: parseArrayAt(member(object, "v"), at("v")) };
		case "scalar":
			return { array: parseScalar(member(object, "v"), at("v")) };
		case "dtype":
			return { layout: parseDtype(member(object, "v"), at("v").path) };
		case "masked":
			return parseMasked(object, at);
		case "object":
			return parseObject(object, place, at);
	}
}

function parseBool(json: JsonValue | undefined, path: string): string {
	if (typeof json === "boolean") return String(json);
	throw new FormError(path, "true or false is needed");
}

function parseText(object: JsonObject, key: string, form: RegExp, path: string): string {
	const text = readString(object, key, path);
	if (form.test(text)) return text;
	throw new FormError(join(path, key), `${JSON.stringify(text.slice(0, 40))} is not in the form ${form.source}`);
}

function parseBase64(object: JsonObject, path: string): string {
	const bytes = readData({ b64: readString(object, "b64", path) }, join(path, "b64"));
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

function parseItems(json: JsonValue | undefined, place: Place, prefix: string): readonly Child[] {
	return readArray(json, place.path).map((item, index) => ({
		step: `${prefix}[${index}]`,
		node: parseNode(item, { ...place, path: `${place.path}[${index}]` }),
	}));
}

/** Key and value of each pair in turn. */
function parsePairs(json: JsonValue | undefined, place: Place, prefix: string): readonly Child[] {
	return readArray(json, place.path).flatMap((pair, index) => {
		const at = `${place.path}[${index}]`;
		const [key, value, ...rest] = readArray(pair, at);
		if (value === undefined || rest.length > 0) throw new FormError(at, "a key and a value are needed");
		const keyNode = parseNode(key, { ...place, path: `${at}[0]` });
		const name = keyNode.text === undefined ? `#${index}` : JSON.stringify(keyNode.text);
		return [
			{ step: `${prefix}.keys[${index}]`, node: keyNode },
			{ step: `${prefix}[${name}]`, node: parseNode(value, { ...place, path: `${at}[1]` }) },
		];
	});
}

function parseScalar(json: JsonValue | undefined, place: Place): ArrayValue {
	const array = parseArrayAt(json, place);
	if (array.shape.length > 0) throw new FormError(join(place.path, "shape"), "a scalar has the shape []");
	return array;
}

function parseMasked(object: JsonObject, at: (key: string) => Place): Content {
	const array = parseArrayAt(member(object, "data"), at("data"));
	const mask = parseArrayAt(member(object, "mask"), at("mask"));
	if (!isBoolean(mask.layout) || mask.shape.join() !== array.shape.join()) {
		throw new FormError(at("mask").path, "a mask is of booleans and has the shape of its data");
	}
	return { array, mask };
}

/** Of records the mask has a boolean in place of every scalar (`numpy.ma.make_mask_descr`). */
function isBoolean(layout: Layout): boolean {
	switch (layout.tag) {
		case "scalar":
			return layout.kind === "b";
		case "struct":
			return layout.fields.every((field) => isBoolean(field.layout));
		case "subarray":
			return isBoolean(layout.base);
		case "object":
			return false;
	}
}

function parseObject(object: JsonObject, place: Place, at: (key: string) => Place): Content {
	const state = member(object, "state");
	return {
		text: readString(object, "name", place.path),
		children: [
			...parseItems(member(object, "args") ?? [], at("args"), ".args"),
			...parseItems(member(object, "items") ?? [], at("items"), ".items"),
			...parsePairs(member(object, "pairs") ?? [], at("pairs"), ".pairs"),
			...(state === undefined ? [] : [{ step: ".state", node: parseNode(state, at("state")) }]),
		],
	};
}

function parseArrayAt(json: JsonValue | undefined, place: Place): ArrayValue {
	const object = readObject(json, place.path);
	const layout = parseDtype(member(object, "dtype"), join(place.path, "dtype"));
	if (layout.tag === "subarray") throw new FormError(join(place.path, "dtype"), "an array's own dtype is no subarray");
	const shape = readShape(object, "shape", place.path);
	const order = readWord(object, "order", ["C", "F"], place.path);
	const data = readObject(member(object, "data"), join(place.path, "data"));
	const at = { ...place, path: join(place.path, "data"), depth: place.depth + 1 };
	if (!hasObject(layout))
		return { layout, shape, order, bytes: parseMemory(data, countOf(shape) * layout.itemsize, at.path) };
	const items = parseItems(member(data, "items"), { ...at, path: join(at.path, "items") }, "");
	if (items.length !== countOf(shape)) {
		throw new FormError(join(at.path, "items"), `${items.length} items where the shape needs ${countOf(shape)}`);
	}
	return { layout, shape, order, bytes: new Uint8Array(0), items: items.map(({ node }) => node) };
}

function parseMemory(data: JsonObject, expected: number, path: string): Uint8Array {
	const hex = member(data, "hex") !== undefined;
	const bytes = readData(
		hex ? { hex: readString(data, "hex", path) } : { b64: readString(data, "b64", path) },
		join(path, hex ? "hex" : "b64"),
	);
	if (bytes.byteLength === expected) return bytes;
	throw new FormError(path, `${bytes.byteLength} bytes where dtype and shape need ${expected}`);
}

function readData(data: { readonly b64: string } | { readonly hex: string }, path: string): Uint8Array {
	try {
		return readBytes(data);
	} catch (cause) {
		throw new FormError(path, cause instanceof Error ? cause.message : "no bytes", { cause });
	}
}

function noteId(object: JsonObject, place: Place): number {
	const id = readCount(object, "id", place.path);
	if (place.ids.has(id)) throw new FormError(join(place.path, "id"), `the id ${id} is given twice`);
	place.ids.set(id, place.path);
	return id;
}

function noteRef(object: JsonObject, place: Place): number {
	const id = readCount(object, "id", place.path);
	if (!place.refs.has(id)) place.refs.set(id, place.path);
	return id;
}
