import { formatDtype, fromBuffer, parseDtypeText, type DType, type NDArray } from "@ndwire/core";
import { elementsAt, shapeOfLists } from "../array/elements.js";
import { numbersAt } from "../array/numbers-at.js";
import { inPlace } from "../array/of-bytes.js";
import { arrayOfObjects, arrayOfValues } from "../array/of-values.js";
import { cannotCarry } from "../array/to-base64.js";
import type { Dialect } from "../dialect.js";
import { objectOf } from "../json/document.js";
import { quote } from "../json/quote.js";
import { memberOf, refuseNode, requireString, shapeOf, stringOf, valueOf } from "../json/read-node.js";
import { encodeNumbers } from "../numbers/encode.js";
import { jsonTricksValue } from "./json-tricks-value.js";

/** `{"__ndarray__": nested values, "dtype", "shape", "Corder"}`, the text form of the package json-tricks. */
export const jsonTricks: Dialect = {
	name: "json-tricks",
	losses: {
		carries:
			"booleans, integers, floats to 64 bits and complex numbers, all finite, and text; read also bytes, datetimes and objects",
		changes: "F order arrives as C order",
		bytes: "json_tricks.dumps",
	},
	detect(node) {
		const data = node.kind === "object" ? node.entries.get("__ndarray__") : undefined;
		return data !== undefined && data.kind !== "string"
			? "an object whose __ndarray__ is a list or a number"
			: undefined;
	},
	decode(document, options = {}) {
		const object = objectOf(document);
		const { byteOrder } = options;
		const name = requireString(memberOf(object, "dtype"), "bad-dtype", "the text of a dtype");
		const dtype = inPlace(name, () => parseDtypeText(stringOf(name), byteOrder === undefined ? {} : { byteOrder }));
		const shape = shapeOf(memberOf(object, "shape"));
		const data = memberOf(object, "__ndarray__");
		if (dtype.tag !== "scalar")
			throw refuseNode("bad-dtype", "elements without fields, as the package reads them", name);
		// Values stand in the document here, not addresses.
		if (dtype.kind === "O") return arrayOfObjects(elementsAt(data, shape).map(valueOf), shape);
		if (!spelled.includes(dtype.kind)) {
			// All in one list, as other dialects have it, is none of the package's; of one axis that is the same.
			if (shape.length !== 1 && !shape.includes(0) && shapeOfLists(data).length !== shape.length)
				throw refuseNode("bad-shape", `lists nested in the shape [${shape.join(", ")}]`, data);
			return numbersAt(data, dtype, { ...options, shape });
		}
		return arrayOfValues(elementsAt(data, shape).map(jsonTricksValue(dtype)), shape, dtype);
	},
	encode(array) {
		const { dtype, shape } = array;
		const order = shape.length > 1 ? `, "Corder": ${array.order === "C"}` : "";
		const name = quote(formatDtype(dtype, "text"));
		return `{"__ndarray__": ${valuesText(array)}, "dtype": ${name}, "shape": [${shape.join(", ")}]${order}}`;
	},
};

/** Kinds whose elements objects spell. Of dates those that Python has. */
const spelled = "cSVMm";

/** The package refuses NaN and infinities. A complex number is an object with the list of its two parts. */
function valuesText(array: NDArray): string {
	const { dtype, shape } = array;
	const kind = dtype.tag === "scalar" ? dtype.kind : "V";
	const isFloat = (kind === "f" && dtype.itemsize <= 8) || (kind === "c" && dtype.itemsize <= 16);
	const isCarried = "biuU".includes(kind) || (isFloat && [...array.toTypedArray()].every(Number.isFinite));
	if (!isCarried) throw cannotCarry("json-tricks", "finite numbers, booleans and text", "json-numpy", array);
	if (kind !== "c") return encodeNumbers(array);
	const parts = fromBuffer(array.toBytes(), {
		dtype: `${byteOrderOf(dtype)}f${dtype.itemsize / 2}`,
		shape: [...shape, 2],
	});
	return encodeNumbers(parts).replaceAll(/\[[^[\]]+\]/g, (pair) => `{"__complex__": ${pair}}`);
}

function byteOrderOf(dtype: DType): string {
	return dtype.tag === "scalar" ? dtype.byteOrder : "|";
}
