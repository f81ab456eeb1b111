import { parsePythonLiteral, type FormatError, type PyLiteral } from "@ndwire/core";
import { refusal } from "../refusal.js";

/** The three values of a header, as the Python literal has them. */
export interface NpyEntries {
	readonly descr: PyLiteral;
	readonly fortranOrder: boolean;
	/** Sizes as written: negative and huge ones are judged together with the item size. */
	readonly shape: readonly bigint[];
	/** Where in the text the shape stands. */
	readonly shapeOffset: number;
}

/**
 * Reads the text of a header as `numpy.lib.format._read_array_header` does: any literal that Python reads, a dict with
 * exactly the keys `descr`, `fortran_order` and `shape`, in any order. Of a repeated key the last value counts.
 *
 * @param longSuffix - Read `3L`, as NumPy does in versions 1.0 and 2.0: Python 2 wrote it.
 * @throws {FormatError} `bad-header-syntax`, `bad-header-keys` or `bad-shape`; its offset counts characters of `text`.
 */
export function parseEntries(text: string, longSuffix: boolean): NpyEntries {
	const header = parsePythonLiteral(text, { longSuffix, maxLength: text.length });
	if (header.type !== "dict") throw unexpected("bad-header-keys", "a dict", header);
	const [descr, fortranOrder, shape] = namedEntries(header);
	if (fortranOrder.type !== "bool") throw unexpected("bad-header-keys", "True or False as fortran_order", fortranOrder);
	return { descr, fortranOrder: fortranOrder.value, shape: sizes(shape), shapeOffset: shape.offset };
}

type HeaderDict = PyLiteral & { readonly type: "dict" };

/** The values of the three keys, which have to be all that there are. Of a repeated key the last value counts. */
function namedEntries({
	entries,
	offset,
}: HeaderDict): readonly [descr: PyLiteral, order: PyLiteral, shape: PyLiteral] {
	const found = new Map(entries.map(([key, value]) => [key.type === "str" ? key.value : key, value]));
	const [descr, order, shape] = [found.get("descr"), found.get("fortran_order"), found.get("shape")];
	if (descr && order && shape && found.size === 3) return [descr, order, shape];
	const keys = Array.from(found.keys(), (key) => (typeof key === "string" ? JSON.stringify(key) : `a ${key.type}`));
	throw refusal("bad-header-keys", "the keys descr, fortran_order and shape", keys.join(", ") || "no keys", offset);
}

function sizes(shape: PyLiteral): readonly bigint[] {
	if (shape.type !== "tuple") throw unexpected("bad-shape", "a tuple of integers as shape", shape);
	return shape.items.map((item) => {
		if (item.type !== "int") throw unexpected("bad-shape", "an integer in the shape", item);
		return item.value;
	});
}

function unexpected(code: "bad-header-keys" | "bad-shape", expected: string, value: PyLiteral): FormatError {
	return refusal(code, expected, `a ${value.type}`, value.offset);
}
