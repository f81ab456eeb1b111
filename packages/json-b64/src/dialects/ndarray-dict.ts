import { formatDtype } from "@ndwire/core";
import { arrayOfBytes, dtypeOf } from "../array/of-bytes.js";
import { base64OfArray } from "../array/to-base64.js";
import { base64Of } from "../base64/base64-of.js";
import type { Dialect } from "../dialect.js";
import { objectOf } from "../json/document.js";
import { quote } from "../json/quote.js";
import { memberOf, requireString, shapeOf } from "../json/read-node.js";

/** `{"__ndarray__": base64, "dtype": str(dtype), "shape": shape}`: the content of a triple as an object. */
export const ndarrayDict: Dialect = {
	name: "ndarray-dict-b64",
	losses: {
		carries: "all but objects",
		changes: "the byte order of a big-endian sender's native types is not said; F order arrives as C order",
		bytes: "the recipe",
	},
	detect(node) {
		const data = node.kind === "object" ? node.entries.get("__ndarray__") : undefined;
		if (data?.kind !== "string" || data.text.startsWith("b64", data.start + 1)) return undefined;
		return "an object whose __ndarray__ is base64";
	},
	decode(document, { byteOrder } = {}) {
		const object = objectOf(document);
		const dtype = dtypeOf(memberOf(object, "dtype"), byteOrder);
		const shape = shapeOf(memberOf(object, "shape"));
		const data = requireString(memberOf(object, "__ndarray__"), "bad-container", "base64");
		return arrayOfBytes(base64Of(data), dtype, shape, data);
	},
	encode(array) {
		const base64 = base64OfArray(array, "ndarray-dict-b64");
		const dtype = quote(formatDtype(array.dtype, "text"));
		return `{"__ndarray__": "${base64}", "dtype": ${dtype}, "shape": [${array.shape.join(", ")}]}`;
	},
};
