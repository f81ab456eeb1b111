import { copy, type NDArray } from "@ndwire/core";
import { entriesOf, type Tensors } from "../../array/tensors.js";
import type { DecodeJsonOptions } from "../../dialect.js";
import { parseDocument } from "../../json/parse.js";
import { quote } from "../../json/quote.js";
import { refuseNode, valueOf } from "../../json/read-node.js";
import { refusal } from "../../refusal.js";
import { wholeText } from "../../text-pieces.js";
import { encodeByteTensor } from "./byte-tensor.js";
import { headerEnd } from "./header-end.js";
import { binarySizeOf, decodeTensor, tensorsOf } from "./tensor-list.js";
import { flatData, requireDatatype } from "./tensor-text.js";

/** A request or a response of the Open Inference Protocol. */
export interface V2Body {
	/** Whether the tensors are a request's inputs or a response's outputs. */
	readonly role: "inputs" | "outputs";
	readonly tensors: ReadonlyMap<string, NDArray>;
	/** The other members: `id`, `model_name`, `model_version`, `parameters`, and a request's `outputs`. */
	readonly members: Readonly<Record<string, unknown>>;
}

export interface DecodeV2BodyOptions extends Pick<DecodeJsonOptions, "null" | "overflow"> {
	/** The header `Inference-Header-Content-Length`: bytes of JSON, behind which the tensors lie. Default: to where the JSON ends. */
	readonly headerLength?: number | undefined;
}

/**
 * A body with the binary extension: JSON, and behind it the elements of the tensors that have a `binary_data_size`, in their order. The
 * others stand in the JSON. Binary tensors are views of `body`, BYTES object arrays of bytes.
 *
 * @throws {FormatError} `truncated` if the body is shorter than it says, `trailing-data` if it is longer, and as `v2Json` does.
 */
export function decodeV2Body(body: Uint8Array, options: DecodeV2BodyOptions = {}): V2Body {
	const length = options.headerLength ?? headerEnd(body);
	if (!(Number.isSafeInteger(length) && length >= 0 && length <= body.length)) {
		throw refusal("truncated", `${length} bytes of JSON`, `${body.length} bytes`);
	}
	const root = parseDocument(wholeText(body.subarray(0, length)));
	const found = root.kind === "object" ? tensorsOf(root) : undefined;
	if (root.kind !== "object" || found === undefined)
		throw refuseNode("bad-header-keys", "inputs or outputs that are tensors", root);
	let at = length;
	const tensors = found.tensors.map((tensor) => {
		const size = binarySizeOf(tensor);
		if (size === undefined) return decodeTensor(tensor, options);
		if (at + size > body.length)
			throw refuseNode("truncated", `${size} bytes from byte ${at}, found ${body.length - at}`, tensor);
		at += size;
		return decodeTensor(tensor, options, body.subarray(at - size, at));
	});
	if (at !== body.length) throw refusal("trailing-data", `${at} bytes`, `${body.length}`, { offset: at });
	const others = [...root.entries].filter(([key]) => key !== found.role);
	return {
		role: found.role,
		tensors: new Map(tensors),
		members: Object.fromEntries(others.map(([key, node]) => [key, valueOf(node)])),
	};
}

export interface EncodeV2BodyOptions {
	/** Default `"inputs"`: a request. */
	readonly role?: "inputs" | "outputs" | undefined;
	/** Which tensors lie behind the JSON: all, none, or those named. Default all. */
	readonly binary?: boolean | readonly string[] | undefined;
	/** Members of the JSON beside the tensors, such as `id` and `parameters`; as `JSON.stringify` writes them. */
	readonly members?: Readonly<Record<string, unknown>> | undefined;
}

/** A body and the headers that go with it. */
export interface EncodedV2Body {
	readonly body: Uint8Array;
	/** Bytes of JSON at its beginning. */
	readonly headerLength: number;
	/** `Content-Type`, and where there are binary tensors `Inference-Header-Content-Length`. */
	readonly headers: Readonly<Record<string, string>>;
}

/**
 * A body with binary tensors behind its JSON: for one that Triton's client makes the same bytes. Elements go little-endian in C order.
 *
 * @throws {FormatError} `bad-dtype` for what the protocol does not carry.
 */
export function encodeV2Body(tensors: Tensors, options: EncodeV2BodyOptions = {}): EncodedV2Body {
	const { role = "inputs", binary = true, members = {} } = options;
	const parts = entriesOf(tensors).map(([name, array]) => {
		const isBinary = typeof binary === "boolean" ? binary : binary.includes(name);
		return encodeTensor(name, array, isBinary);
	});
	const json = new TextEncoder().encode(
		headerText(
			role,
			parts.map(({ text }) => text),
			members,
		),
	);
	const binaries = parts.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]));
	const body = joined([json, ...binaries]);
	if (binaries.length === 0)
		return { body, headerLength: json.length, headers: { "Content-Type": "application/json" } };
	const headers = {
		"Content-Type": "application/octet-stream",
		"Inference-Header-Content-Length": String(json.length),
	};
	return { body, headerLength: json.length, headers };
}

function encodeTensor(
	name: string,
	array: NDArray,
	isBinary: boolean,
): { readonly text: string; readonly bytes?: Uint8Array } {
	const datatype = requireDatatype(array);
	const head = `{"name":${quote(name)},"shape":[${array.shape.join(",")}],"datatype":"${datatype}"`;
	if (!isBinary) return { text: `${head},"data":${flatData(array, datatype, true)}}` };
	const bytes = datatype === "BYTES" ? encodeByteTensor(array) : copy(array, { byteOrder: "<" }).toBytes();
	return { text: `${head},"parameters":{"binary_data_size":${bytes.length}}}`, bytes };
}

/** An id and the model come first, everything else behind the tensors, as the clients have it. */
function headerText(role: string, tensors: readonly string[], members: Readonly<Record<string, unknown>>): string {
	const written = Object.entries(members).map(([key, value]) => ({
		key,
		text: `${quote(key)}:${JSON.stringify(value)}`,
	}));
	const isFirst = ({ key }: { readonly key: string }): boolean => ["id", "model_name", "model_version"].includes(key);
	const first = written.filter(isFirst);
	const last = written.filter((member) => !isFirst(member));
	return `{${[...first, { text: `"${role}":[${tensors.join(",")}]` }, ...last].map(({ text }) => text).join(",")}}`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
