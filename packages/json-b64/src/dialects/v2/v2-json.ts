import type { NDArray } from "@ndwire/core";
import { entriesOf, type Tensors } from "../../array/tensors.js";
import type { DecodeJsonOptions, Dialect, EncodeJsonOptions } from "../../dialect.js";
import { objectOf } from "../../json/document.js";
import { quote } from "../../json/quote.js";
import { refuseNode } from "../../json/read-node.js";
import { binarySizeOf, decodeTensor, isV2, tensorsOf } from "./tensor-list.js";
import { flatData, requireDatatype } from "./tensor-text.js";

/**
 * Requests and responses of the Open Inference Protocol, version 2, of Triton, KServe, OpenVINO and MLServer:
 * `{"inputs": [{"name", "shape", "datatype", "data"}]}`. Bodies with binary tensors are read by {@link decodeV2Body}.
 */
export const v2Json: Dialect<ReadonlyMap<string, NDArray>, DecodeJsonOptions, EncodeJsonOptions, Tensors> = {
	name: "v2-json",
	losses: {
		carries: "booleans, integers, floats to 64 bits, BF16, and bytes that are UTF-8",
		changes: "NaN loses its payload; byte order and F order are not kept; BYTES of JSON are text",
		bytes: "json.dumps of the request that KServe's client makes; Triton's leaves out the blanks",
	},
	detect: (node) => (isV2(node) ? "an object with inputs or outputs that are tensors with a datatype" : undefined),
	decode(document, options = {}) {
		const object = objectOf(document);
		const found = tensorsOf(object);
		if (found === undefined) throw refuseNode("bad-header-keys", "inputs or outputs that are tensors", object);
		return new Map(
			found.tensors.map((tensor) => {
				const size = binarySizeOf(tensor);
				if (size !== undefined && size > 0) {
					throw refuseNode("truncated", `${size} bytes behind the document, which decodeV2Body reads`, tensor);
				}
				return decodeTensor(tensor, options, size === undefined ? undefined : new Uint8Array(0));
			}),
		);
	},
	encode(tensors) {
		const texts = entriesOf(tensors).map(([name, array]) => {
			const datatype = requireDatatype(array);
			const shape = `[${array.shape.join(", ")}]`;
			return `{"name": ${quote(name)}, "shape": ${shape}, "datatype": "${datatype}", "data": ${flatData(array, datatype, false)}}`;
		});
		return `{"inputs": [${texts.join(", ")}]}`;
	},
};
