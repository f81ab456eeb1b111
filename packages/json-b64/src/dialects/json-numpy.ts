import { fromDescr, toDescr, type DType, type NDArray, type PyLiteral } from "@ndwire/core";
import { arrayOfBytes, inPlace, requireData } from "../array/of-bytes.js";
import { base64OfArray, cannotCarry } from "../array/to-base64.js";
import { base64Of } from "../base64/base64-of.js";
import type { Dialect } from "../dialect.js";
import { objectOf } from "../json/document.js";
import type { JsonNode } from "../json/node.js";
import { quote } from "../json/quote.js";
import { memberOf, refuseNode, requireString, shapeOf, stringOf } from "../json/read-node.js";

/**
 * `{"__numpy__": base64, "dtype": descr, "shape": shape}`, as the package json-numpy writes it. The descr is that of an npy header, its
 * tuples as lists.
 */
export const jsonNumpy: Dialect = {
	name: "json-numpy",
	losses: {
		carries: "all but objects, titles and overlapping fields; byte order is said",
		changes: "scalars and arrays without axes are the same; F order arrives as C order",
		bytes: "json_numpy.dumps, which does not write datetimes but reads ours",
	},
	detect(node) {
		const data = node.kind === "object" ? node.entries.get("__numpy__") : undefined;
		return data?.kind === "string" ? "an object with __numpy__" : undefined;
	},
	decode(document) {
		const object = objectOf(document);
		const descr = memberOf(object, "dtype");
		const dtype = requireData(
			inPlace(descr, () => fromDescr(descrOf(descr))),
			descr,
		);
		const shape = shapeOf(memberOf(object, "shape"));
		const data = requireString(memberOf(object, "__numpy__"), "bad-container", "base64");
		return arrayOfBytes(base64Of(data), dtype, shape, data);
	},
	encode(array) {
		const base64 = base64OfArray(array, "json-numpy");
		return `{"__numpy__": "${base64}", "dtype": ${descrText(array)}, "shape": [${array.shape.join(", ")}]}`;
	},
};

/** A descr whose tuples were turned into lists: a list of fields holds lists of two or three, and the third is a shape. */
function descrOf(node: JsonNode): PyLiteral {
	const offset = node.start;
	if (node.kind === "string") return { type: "str", value: stringOf(node), offset };
	if (node.kind === "elements")
		return {
			type: "tuple",
			items: shapeOf(node).map((extent) => ({ type: "int", value: BigInt(extent), offset })),
			offset,
		};
	if (node.kind !== "list") throw refuseNode("bad-dtype", "a type string, or a list of fields", node);
	return { type: "list", items: node.items.map(fieldOf), offset };
}

function fieldOf(node: JsonNode): PyLiteral {
	if (node.kind !== "list") throw refuseNode("bad-dtype", "a field: a list of a name, a type and maybe a shape", node);
	return { type: "tuple", items: node.items.map(descrOf), offset: node.start };
}

function descrText(array: NDArray): string {
	if (!isSayable(array.dtype)) {
		throw cannotCarry("json-numpy", "fields without titles that follow each other", "triple-list", array);
	}
	return literalText(toDescr(array.dtype));
}

/** The package's reader takes titles for names. */
function isSayable(dtype: DType): boolean {
	if (dtype.tag === "subarray") return isSayable(dtype.base);
	if (dtype.tag === "scalar") return true;
	let end = 0;
	return dtype.names.every((name) => {
		const field = dtype.fields[name];
		if (field === undefined || field.offset < end) return false;
		end = field.offset + field.dtype.itemsize;
		return field.title === undefined && isSayable(field.dtype);
	});
}

function literalText(literal: PyLiteral): string {
	switch (literal.type) {
		case "str":
			return quote(literal.value);
		case "list":
		case "tuple":
			return `[${literal.items.map(literalText).join(", ")}]`;
		case "int":
			return literal.value.toString();
		default:
			throw new TypeError(`a descr has no ${literal.type}`);
	}
}
