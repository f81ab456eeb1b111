import { dtype as makeDtype, NDArray } from "@ndwire/core";
import { byteStringDtype, byteStringsAt, byteStringsText } from "../array/byte-strings.js";
import { isListNode } from "../array/elements.js";
import { numbersAt } from "../array/numbers-at.js";
import { cannotCarry } from "../array/to-base64.js";
import { entriesOf, type Tensors } from "../array/tensors.js";
import type { DecodeJsonOptions, Dialect, EncodeJsonOptions, JsonSource } from "../dialect.js";
import { objectOf } from "../json/document.js";
import type { JsonNode, ObjectNode } from "../json/node.js";
import { itemsOf, parseDocument } from "../json/parse.js";
import { quote } from "../json/quote.js";
import { refuseNode, sourceOf } from "../json/read-node.js";
import { encodeNumbers } from "../numbers/encode.js";
import { isV2 } from "./v2/tensor-list.js";

/** One tensor without a name, or several by their names. */
export type TfServingValue = NDArray | ReadonlyMap<string, NDArray>;

type TfServing = Dialect<TfServingValue, DecodeJsonOptions, EncodeJsonOptions, NDArray | Tensors>;

const losses = {
	carries:
		"values of booleans, integers, floats and byte strings; the model's signature has the dtypes, which have to be given",
	changes: "NaN loses its payload; F order arrives as C order",
	bytes: "json.dumps of the request",
} as const;

/** TensorFlow Serving's REST requests by rows, `{"instances": [...]}`, and the responses to them, `{"predictions": [...]}`. */
export const tfServingInstances: TfServing = {
	name: "tfserving-instances",
	losses,
	detect(node) {
		if (node.kind !== "object") return undefined;
		const key = ["instances", "predictions"].find((name) => node.entries.has(name));
		return key === undefined ? undefined : `an object with ${key}`;
	},
	decode(document, options = {}) {
		const rows = memberAmong(document, ["instances", "predictions"]);
		const items = isListNode(rows) ? itemsOf(rows) : [];
		const instances = items.filter(isNamed);
		const [first] = instances;
		if (first === undefined || instances.length !== items.length) return tensorAt(rows, "", options);
		const names = [...first.entries.keys()];
		return new Map(names.map((name) => [name, tensorAt(columnOf(instances, name), name, options)]));
	},
	encode(value, options = {}) {
		const rows = isArray(value) ? tensorText(value) : `[${rowTexts(value).join(", ")}]`;
		return `{${signature(options)}"instances": ${rows}}`;
	},
};

/** The same by columns, `{"inputs": …}`, and the responses, `{"outputs": …}`. */
export const tfServingInputs: TfServing = {
	name: "tfserving-inputs",
	losses,
	detect(node) {
		if (node.kind !== "object" || isV2(node)) return undefined;
		const key = ["inputs", "outputs"].find((name) => node.entries.has(name));
		return key === undefined ? undefined : `an object with ${key} that are no list of tensors`;
	},
	decode(document, options = {}) {
		const inputs = memberAmong(document, ["inputs", "outputs"]);
		if (!isNamed(inputs)) return tensorAt(inputs, "", options);
		return new Map(Array.from(inputs.entries, ([name, node]) => [name, tensorAt(node, name, options)]));
	},
	encode(value, options = {}) {
		const columns = isArray(value)
			? tensorText(value)
			: `{${entriesOf(value)
					.map(([name, array]) => `${quote(name)}: ${tensorText(array)}`)
					.join(", ")}}`;
		return `{${signature(options)}"inputs": ${columns}}`;
	},
};

function memberAmong(document: JsonSource, keys: readonly string[]): JsonNode {
	const object = objectOf(document);
	const found = keys.map((key) => object.entries.get(key)).find((node) => node !== undefined);
	if (found !== undefined) return found;
	throw refuseNode("bad-header-keys", `a member ${keys.join(" or ")}`, object);
}

/** Whether an object holds tensors by their names, and is not the bytes of one. */
function isNamed(node: JsonNode): node is ObjectNode {
	return node.kind === "object" && !(node.entries.size === 1 && node.entries.has("b64"));
}

/** What all rows hold under a name, as one list. */
function columnOf(instances: readonly ObjectNode[], name: string): JsonNode {
	const cells = instances.map((instance) => {
		const cell = instance.entries.get(name);
		if (cell === undefined) throw refuseNode("bad-header-keys", `${name}, as in the first instance`, instance);
		return sourceOf(cell);
	});
	return { ...parseDocument(`[${cells.join(",")}]`), path: `instances[*].${name}` };
}

function tensorAt(node: JsonNode, name: string, options: DecodeJsonOptions): NDArray {
	const spec = options.dtypes?.[name] ?? options.dtype;
	if (spec === undefined) {
		const option = name === "" ? "dtype" : `dtypes: { ${JSON.stringify(name)}: … }`;
		throw new TypeError(`a TensorFlow request: expected the option ${option}; the model's signature has it`);
	}
	const dtype = makeDtype(spec);
	const byteStrings = byteStringDtype(dtype);
	return byteStrings === undefined ? numbersAt(node, dtype, options) : byteStringsAt(node, byteStrings);
}

function tensorText(array: NDArray): string {
	const { dtype } = array;
	if (byteStringDtype(dtype) !== undefined) return byteStringsText(array);
	const isNumeric =
		dtype.tag === "scalar" && (dtype.kind === "U" || ("biuf".includes(dtype.kind) && dtype.itemsize <= 8));
	if (!isNumeric) throw cannotCarry("tfserving-inputs", "numbers, booleans and byte strings", "json-numpy", array);
	return encodeNumbers(array);
}

function rowTexts(tensors: Tensors): readonly string[] {
	const entries = entriesOf(tensors);
	const lengths = new Set(entries.map(([, array]) => array.shape[0]));
	const [length] = lengths;
	if (lengths.size !== 1 || length === undefined)
		throw new RangeError("instances: expected tensors of the same first extent");
	return Array.from({ length }, (_, row) => {
		const cells = entries.map(([name, array]) => `${quote(name)}: ${tensorText(array.slice(row))}`);
		return `{${cells.join(", ")}}`;
	});
}

function signature({ signatureName }: EncodeJsonOptions): string {
	return signatureName === undefined ? "" : `"signature_name": ${quote(signatureName)}, `;
}

function isArray(value: NDArray | Tensors): value is NDArray {
	return value instanceof NDArray;
}
