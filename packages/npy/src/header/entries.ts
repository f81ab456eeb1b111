import { FormatError, parsePythonLiteral, type PyLiteral } from "@ndwire/core";

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
	if (header.type !== "dict") throw refusal("bad-header-keys", header, "a dict");
	const { descr, fortran_order: fortranOrder, shape } = namedEntries(header);
	if (fortranOrder.type !== "bool") throw refusal("bad-header-keys", fortranOrder, "True or False as fortran_order");
	return { descr, fortranOrder: fortranOrder.value, shape: sizes(shape), shapeOffset: shape.offset };
}

type Name = "descr" | "fortran_order" | "shape";

function namedEntries(header: PyLiteral & { readonly type: "dict" }): Readonly<Record<Name, PyLiteral>> {
	const found = new Map<string, PyLiteral>();
	for (const [key, value] of header.entries) {
		if (key.type !== "str" || !isName(key.value)) throw refusal("bad-header-keys", key, allKeys);
		found.set(key.value, value);
	}
	const [descr, fortranOrder, shape] = [found.get("descr"), found.get("fortran_order"), found.get("shape")];
	if (descr === undefined || fortranOrder === undefined || shape === undefined) {
		throw new FormatError({
			code: "bad-header-keys",
			format: "npy",
			offset: header.offset,
			expected: allKeys,
			found: found.size === 0 ? "no key" : `only ${[...found.keys()].join(", ")}`,
		});
	}
	return { descr, fortran_order: fortranOrder, shape };
}

const allKeys = "the keys descr, fortran_order and shape";

function isName(key: string): key is Name {
	return key === "descr" || key === "fortran_order" || key === "shape";
}

function sizes(shape: PyLiteral): readonly bigint[] {
	if (shape.type !== "tuple") throw refusal("bad-shape", shape, "a tuple of integers as shape");
	return shape.items.map((item) => {
		if (item.type !== "int") throw refusal("bad-shape", item, "an integer in the shape");
		return item.value;
	});
}

function refusal(code: "bad-header-keys" | "bad-shape", value: PyLiteral, expected: string) {
	const found = value.type === "str" ? JSON.stringify(value.value) : `a value of type ${value.type}`;
	return new FormatError({ code, format: "npy", offset: value.offset, expected, found });
}
