import type { NDArray } from "@ndwire/core";
import { byteStringDtype, byteStringsAt } from "../../array/byte-strings.js";
import { numbersAt } from "../../array/numbers-at.js";
import { arrayOfBytes } from "../../array/of-bytes.js";
import type { DecodeJsonOptions } from "../../dialect.js";
import type { JsonNode, ObjectNode } from "../../json/node.js";
import { memberOf, refuseNode, requireString, shapeOf, sourceOf, stringOf } from "../../json/read-node.js";
import { dtypeOfDatatype } from "./datatype.js";
import { decodeByteTensor } from "./byte-tensor.js";

/** Whether a request or a response holds tensors as the protocol has them. */
export function isV2(node: JsonNode): boolean {
	return node.kind === "object" && tensorsOf(node) !== undefined;
}

/** The tensors of a request, or of a response. A request may name outputs too, which are no tensors: they have no datatype. */
export function tensorsOf({
	entries,
}: ObjectNode): { readonly role: "inputs" | "outputs"; readonly tensors: readonly ObjectNode[] } | undefined {
	for (const role of ["inputs", "outputs"] as const) {
		const list = entries.get(role);
		const tensors = list?.kind === "list" ? list.items.filter(isTensor) : [];
		if (list?.kind === "list" && tensors.length === list.items.length) return { role, tensors };
	}
	return undefined;
}

function isTensor(node: JsonNode): node is ObjectNode {
	return node.kind === "object" && node.entries.has("datatype") && node.entries.has("shape");
}

/** How many bytes of a tensor lie behind the document; undefined if its elements stand in it. */
export function binarySizeOf({ entries }: ObjectNode): number | undefined {
	const parameters = entries.get("parameters");
	const size = parameters?.kind === "object" ? parameters.entries.get("binary_data_size") : undefined;
	if (size === undefined) return undefined;
	const bytes = size.kind === "word" && /^\d+$/.test(sourceOf(size)) ? Number(sourceOf(size)) : Number.NaN;
	if (Number.isSafeInteger(bytes)) return bytes;
	throw refuseNode("bad-length", "a number of bytes", size);
}

/**
 * The name and the array of a tensor.
 *
 * @param binary - Its elements, where they lie behind the document.
 */
export function decodeTensor(
	tensor: ObjectNode,
	options: DecodeJsonOptions,
	binary?: Uint8Array,
): readonly [name: string, array: NDArray] {
	const name = stringOf(requireString(memberOf(tensor, "name"), "bad-header-keys", "a name"));
	const datatype = requireString(memberOf(tensor, "datatype"), "bad-dtype", "a datatype");
	const dtype = dtypeOfDatatype(stringOf(datatype));
	if (dtype === undefined) throw refuseNode("bad-dtype", "a datatype of the protocol, such as FP32", datatype);
	const shape = shapeOf(memberOf(tensor, "shape"));
	const byteStrings = byteStringDtype(dtype);
	if (binary === undefined) {
		const data = memberOf(tensor, "data");
		return [
			name,
			byteStrings ? byteStringsAt(data, byteStrings, shape) : numbersAt(data, dtype, { ...options, shape }),
		];
	}
	return [name, byteStrings ? decodeByteTensor(binary, shape, tensor) : arrayOfBytes(binary, dtype, shape, tensor)];
}
