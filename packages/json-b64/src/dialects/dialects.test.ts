import { array, bitsEqual, FormatError, formatDtype, fromBuffer, NDArray, zeros } from "@ndwire/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeJson } from "../decode.js";
import { detectDialect } from "../detect.js";
import type { DecodeJsonOptions, DialectName } from "../dialect.js";
import { encodeJson } from "../encode.js";
import { gunzip, gzip } from "../node/index.js";
import { dialects } from "./all.js";
import { bokeh } from "./bokeh.js";
import { jsonNumpy } from "./json-numpy.js";
import { jsonTricksCompact } from "./json-tricks-compact.js";
import { tripleList } from "./triple-list.js";

interface Sample {
	readonly dialect: DialectName;
	/** What the package or the recipe wrote. */
	readonly text: string;
	/** As NumPy prints it. */
	readonly dtype: string;
	readonly shape: readonly number[];
	/** Bytes in C order and the order of the dtype; objects as text. */
	readonly hex: string;
	readonly options?: DecodeJsonOptions;
	/** Whether the same text is written again. */
	readonly isWritten?: boolean;
}

/** Written by json 3.11, json-numpy 2.1.1, json-tricks 3.17.3, plotly 7.1.0, bokeh 3.9.2 and KServe's client 0.21.0. */
const samples: readonly Sample[] = [
	{
		dialect: "triple-list",
		text: '["int32", "AAAAAAEAAAACAAAAAwAAAAQAAAAFAAAA", [2, 3]]',
		dtype: "int32",
		shape: [2, 3],
		hex: "000000000100000002000000030000000400000005000000",
	},
	{
		dialect: "triple-list",
		text: '["<U2", "YQAAAAAAAADpAAAAAPYBAA==", [2]]',
		dtype: "<U2",
		shape: [2],
		hex: "6100000000000000e900000000f60100",
	},
	{
		dialect: "triple-list",
		text: `["[('a', '<i4'), ('b', '>f8')]", "AQAAAD/4AAAAAAAA", [1]]`,
		dtype: "[('a', '<i4'), ('b', '>f8')]",
		shape: [1],
		hex: "010000003ff8000000000000",
	},
	{
		dialect: "triple-list",
		text: '["float64", "AAAAAAAADEA=", []]',
		dtype: "float64",
		shape: [],
		hex: "0000000000000c40",
	},
	{ dialect: "triple-list", text: '["int32", "", [2, 0, 3]]', dtype: "int32", shape: [2, 0, 3], hex: "" },
	{
		dialect: "triple-list",
		text: '["int16", "AQACAA=="]',
		dtype: "int16",
		shape: [2],
		hex: "01000200",
		isWritten: false,
	},
	{
		dialect: "triple-list",
		text: '["int32", "AAAAAQ==", [1]]',
		dtype: ">i4",
		shape: [1],
		hex: "00000001",
		options: { byteOrder: ">" },
		isWritten: false,
	},
	{
		dialect: "ndarray-dict-b64",
		text: '{"__ndarray__": "AAAAAf////4AAAAD", "dtype": ">i4", "shape": [3]}',
		dtype: ">i4",
		shape: [3],
		hex: "00000001fffffffe00000003",
	},
	{
		dialect: "json-numpy",
		text: '{"__numpy__": "AQAAAAAAAAAAAARA", "dtype": [["a", "<i4"], ["b", "<f8"]], "shape": [1]}',
		dtype: "[('a', '<i4'), ('b', '<f8')]",
		shape: [1],
		hex: "010000000000000000000440",
	},
	{
		dialect: "json-numpy",
		text: '{"__numpy__": "AAEAAMA/AAAgQHh5", "dtype": [["p", [["i", ">i2"], ["v", "<f4", [2]]]], ["s", "|S2"]], "shape": [1]}',
		dtype: "[('p', [('i', '>i2'), ('v', '<f4', (2,))]), ('s', 'S2')]",
		shape: [1],
		hex: "00010000c03f000020407879",
	},
	{
		dialect: "json-numpy",
		text: '{"__numpy__": "AQAAAAAA+H8AAAAAAAD4/w==", "dtype": "<f8", "shape": [2]}',
		dtype: "float64",
		shape: [2],
		hex: "010000000000f87f000000000000f8ff",
	},
	{
		dialect: "json-tricks",
		text: '{"__ndarray__": [[0.0, 1.5], [-0.0, 3.0]], "dtype": "float32", "shape": [2, 2], "Corder": true}',
		dtype: "float32",
		shape: [2, 2],
		hex: "000000000000c03f0000008000004040",
	},
	{
		dialect: "json-tricks",
		text: '{"__ndarray__": [-9223372036854775808, 9007199254740993], "dtype": "int64", "shape": [2]}',
		dtype: "int64",
		shape: [2],
		hex: "00000000000000800100000000002000",
	},
	{
		dialect: "json-tricks",
		text: '{"__ndarray__": [{"__complex__": [1.0, 2.0]}, {"__complex__": [-0.0, -0.5]}], "dtype": "complex64", "shape": [2]}',
		dtype: "complex64",
		shape: [2],
		hex: "0000803f0000004000000080000000bf",
	},
	{
		dialect: "json-tricks",
		text: '{"__ndarray__": [{"__bytes_utf8__": "ab"}, {"__bytes_b64__": "/wAB"}, {"__bytes_utf8__": ""}], "dtype": "|S3", "shape": [3]}',
		dtype: "|S3",
		shape: [3],
		hex: "616200ff0001000000",
		isWritten: false,
	},
	{
		dialect: "json-tricks",
		text: '{"__ndarray__": [{"__date__": null, "year": 1969, "month": 12, "day": 31}], "dtype": "datetime64[D]", "shape": [1]}',
		dtype: "datetime64[D]",
		shape: [1],
		hex: "ffffffffffffffff",
		isWritten: false,
	},
	{
		dialect: "json-tricks",
		text: '{"__ndarray__": [{"__datetime__": null, "year": 1970, "month": 1, "day": 1, "minute": 1, "second": 40}, null], "dtype": "datetime64[25s]", "shape": [2]}',
		dtype: "datetime64[25s]",
		shape: [2],
		hex: "04000000000000000000000000000080",
		isWritten: false,
	},
	{
		dialect: "json-tricks",
		text: '{"__ndarray__": [{"__timedelta__": null, "days": -1, "seconds": 86310}], "dtype": "timedelta64[s]", "shape": [1]}',
		dtype: "timedelta64[s]",
		shape: [1],
		hex: "a6ffffffffffffff",
		isWritten: false,
	},
	{
		dialect: "json-tricks",
		text: '{"__ndarray__": [1767323045123456789, null], "dtype": "datetime64[ns]", "shape": [2]}',
		dtype: "datetime64[ns]",
		shape: [2],
		hex: "15fff123f2ca86180000000000000080",
		isWritten: false,
	},
	{
		dialect: "json-tricks-compact",
		text: '{"__ndarray__": "b64:AAAAAAEAAAACAAAA", "dtype": "int32", "shape": [3, 1], "Corder": true, "endian": "little"}',
		dtype: "int32",
		shape: [3, 1],
		hex: "000000000100000002000000",
	},
	{
		dialect: "json-tricks-compact",
		text: '{"__ndarray__": "b64:AAAAAf////4AAAAD", "dtype": ">i4", "shape": [3], "endian": "little"}',
		dtype: ">i4",
		shape: [3],
		hex: "00000001fffffffe00000003",
		isWritten: false,
	},
	{
		dialect: "json-tricks-compact",
		text: '{"__ndarray__": "b64:AAAAAQ==", "dtype": "int32", "shape": [1], "endian": "big"}',
		dtype: "int32",
		shape: [1],
		hex: "01000000",
		isWritten: false,
	},
	{
		dialect: "json-tricks-compact",
		text: '{"__ndarray__": "b64:AQAAAP7///8DAAAA", "dtype": ">i4", "shape": [3], "endian": "big"}',
		dtype: ">i4",
		shape: [3],
		hex: "00000001fffffffe00000003",
		isWritten: false,
	},
	{
		dialect: "json-tricks-compact",
		text: '{"__ndarray__": "b64.gz:H4sIAAAAAAAC/2NgQAYX7CH0Ayj9Akp/gNJf7AHd/Wh/MAAAAA==", "dtype": "float64", "shape": [2, 3], "Corder": true, "endian": "little"}',
		dtype: "float64",
		shape: [2, 3],
		hex: "0000000000000000000000000000d03f000000000000e03f000000000000e83f000000000000f03f000000000000f43f",
		options: { gunzip },
		isWritten: false,
	},
	{
		dialect: "plotly",
		text: '{"dtype": "f4", "bdata": "AAAAAAAAgD8AAABAAABAQAAAgEAAAKBA", "shape": "2, 3"}',
		dtype: "float32",
		shape: [2, 3],
		hex: "000000000000803f0000004000004040000080400000a040",
	},
	{
		dialect: "plotly",
		text: '{"dtype":"f8","bdata":"AAAAAAAA+H8AAAAAAADwfwAAAAAAAPD\\u002f"}',
		dtype: "float64",
		shape: [3],
		hex: "000000000000f87f000000000000f07f000000000000f0ff",
		isWritten: false,
	},
	{
		dialect: "plotly",
		text: '{"dtype": "uint8c", "bdata": "AH//", "shape": [3, 1]}',
		dtype: "uint8",
		shape: [3, 1],
		hex: "007fff",
		isWritten: false,
	},
	{
		dialect: "bokeh",
		text: '{"type": "ndarray", "array": {"type": "bytes", "data": "AAAAAAEAAAA="}, "shape": [2], "dtype": "int32", "order": "little"}',
		dtype: "int32",
		shape: [2],
		hex: "0000000001000000",
	},
	{
		dialect: "bokeh",
		text: '{"type": "ndarray", "array": {"type": "bytes", "data": "H4sIAAEAAAAA/2NgYGBgBGImIGYGYhYgZgViAD34DIUYAAAA"}, "shape": [2, 3], "dtype": "int32", "order": "little"}',
		dtype: "int32",
		shape: [2, 3],
		hex: "000000000100000002000000030000000400000005000000",
		options: { gunzip },
		isWritten: false,
	},
	{
		dialect: "bokeh",
		// As many bytes packed as unpacked.
		text: '{"type": "ndarray", "array": {"type": "bytes", "data": "H4sIAAEAAAAA/2NgZMAKATpZZqgYAAAA"}, "shape": [24], "dtype": "bool", "order": "little"}',
		dtype: "bool",
		shape: [24],
		hex: "000100010001000100010001000100010001000100010001",
		options: { gunzip },
		isWritten: false,
	},
	{
		dialect: "json-tricks",
		text: '{"__ndarray__": [null, 9223372036854775807, {"__datetime__": null, "year": 1970, "month": 1, "day": 1, "microsecond": 1}], "dtype": "datetime64[us]", "shape": [3]}',
		dtype: "datetime64[us]",
		shape: [3],
		hex: "0000000000000080ffffffffffffff7f0100000000000000",
		isWritten: false,
	},
	{
		dialect: "bokeh",
		text: '{"type": "ndarray", "array": {"type": "bytes", "data": "AAAAAQ=="}, "shape": [1], "dtype": "int32", "order": "big"}',
		dtype: ">i4",
		shape: [1],
		hex: "00000001",
		isWritten: false,
	},
	{
		dialect: "bokeh",
		text: '{"type": "ndarray", "array": [1.5, {"type": "number", "value": "nan"}, {"type": "number", "value": "-inf"}], "shape": [3], "dtype": "object", "order": "little"}',
		dtype: "object",
		shape: [3],
		hex: "1.5,NaN,-Infinity",
		isWritten: false,
	},
	{
		dialect: "json-tolist",
		text: "[[0, 1], [2, 3]]",
		dtype: ">i4",
		shape: [2, 2],
		hex: "00000000000000010000000200000003",
		options: { dtype: ">i4" },
	},
	{
		dialect: "json-strings",
		text: '["0.33333334", "0.1", "1.6777216e+07"]',
		dtype: "float32",
		shape: [3],
		hex: "abaaaa3ecdcccc3d0000804b",
		options: { dtype: "<f4" },
	},
	{
		dialect: "tfserving-instances",
		text: '{"instances": [[0, 1, 2], [3, 4, 5]]}',
		dtype: "int16",
		shape: [2, 3],
		hex: "000001000200030004000500",
		options: { dtype: "<i2" },
	},
	{
		dialect: "tfserving-inputs",
		text: '{"inputs": [{"b64": "YWI="}, {"b64": "/wAB"}, {"b64": ""}]}',
		dtype: "|S3",
		shape: [3],
		hex: "616200ff0001000000",
		options: { dtype: "S" },
	},
];

function read({ dialect, text, options }: Sample): NDArray {
	return arrayIn(decodeJson(text, { ...options, dialect }));
}

function arrayIn(value: unknown): NDArray {
	if (isArray(value)) return value;
	throw new TypeError("not an array");
}

function isArray(value: unknown): value is NDArray {
	return value instanceof NDArray;
}

function contentOf(found: NDArray): string {
	return found.dtype.hasObject ? String(found.toList()) : Buffer.from(found.toBytes()).toString("hex");
}

describe("what the Python packages wrote", () => {
	test.each(samples)("$text is read", (sample) => {
		const found = read(sample);
		expect(found.shape).toEqual(sample.shape);
		expect(formatDtype(found.dtype, "text")).toBe(sample.dtype);
		expect(contentOf(found)).toBe(sample.hex);
	});

	test.each(samples.filter(({ isWritten }) => isWritten !== false))("$text is written", (sample) => {
		expect(encodeJson(read(sample), sample)).toBe(sample.text);
	});

	test.each(samples)("$text is known for what it is", ({ dialect, text }) => {
		const { dialect: found, arrays } = detectDialect(text);
		expect(found).toBe(dialect);
		expect(arrays).toEqual([expect.objectContaining({ dialect, path: "" })]);
	});

	test("UTF-8 bytes are read like text", () => {
		const bytes = new TextEncoder().encode('["int16", "AQACAA==", [2]]');
		expect(arrayIn(decodeJson(bytes)).toList()).toEqual([1, 2]);
	});
});

describe("documents that are refused", () => {
	test.each<[text: string, code: string]>([
		['["int32", "AQAA!A==", [1]]', "bad-encoding"],
		['["int32", "AQA=AAAA", [1]]', "bad-encoding"],
		['["int32", "AQAAA", [1]]', "bad-encoding"],
		['["int32", "AQAAAA==", [2]]', "bad-length"],
		['["int32", "AQAAAA==", [1, 0]]', "bad-length"],
		['["int32", "AQA=", [1]]', "bad-length"],
		['["int32", "AQAAAA==", [-1]]', "bad-shape"],
		['["int32", "AQAAAA==", [1.5]]', "bad-shape"],
		['["int32", "AQAAAA==", [01]]', "bad-shape"],
		['["int32", "AQAA\nAA=", [1]]', "bad-container"],
		['{"__numpy__": "", "dtype": "<f4", "shape": [0], "odd": "\t"}', "bad-container"],
		['["int32", "AQAAAA==", [9007199254740993]]', "bad-shape"],
		['["int32", "AQAAAA==", [4294967296, 4294967296]]', "overflow"],
		[`["int32", "AQAAAA==", [${new Array(65).fill(1).join(", ")}]]`, "limit"],
		['["object", "AAAAAAAAAAA=", [1]]', "unsafe-object"],
		['["StringDType()", "AAAAAAAAAAAAAAAAAAAAAA==", [1]]', "unsafe-object"],
		[`["[('a', 'O')]", "AAAAAAAAAAA=", [1]]`, "unsafe-object"],
		['{"__numpy__": "AAAAAAAAAAA=", "dtype": "|O", "shape": [1]}', "unsafe-object"],
		['{"__numpy__": "", "shape": [0]}', "bad-header-keys"],
		['{"__numpy__": "", "dtype": "<q9", "shape": [0]}', "bad-dtype"],
		['{"__numpy__": "", "dtype": [["a"]], "shape": [0]}', "bad-dtype"],
		['{"__ndarray__": "AA==", "dtype": "int9", "shape": [1]}', "bad-dtype"],
		['{"__ndarray__": "b64:AA==", "dtype": "uint8", "shape": [1], "endian": "middle"}', "bad-header-keys"],
		['{"__ndarray__": [[1, 2], [3]], "dtype": "uint8", "shape": [2, 2]}', "bad-shape"],
		['{"__ndarray__": [256], "dtype": "uint8", "shape": [1]}', "overflow"],
		['{"__ndarray__": [1, 2], "dtype": "[(\'a\', \'<i4\')]", "shape": [2]}', "bad-dtype"],
		['{"dtype": "i8", "bdata": "AQAAAAAAAAA="}', "bad-dtype"],
		['{"dtype": "i4", "bdata": "AQAA"}', "bad-length"],
		['{"dtype": "i4", "bdata": "AQAAAA==", "shape": "1, x"}', "bad-shape"],
		['{"type": "ndarray", "array": {"id": "p1"}, "shape": [1], "dtype": "int32", "order": "little"}', "bad-container"],
		['{"inputs": [{"name": "x", "shape": [1], "datatype": "FP12", "data": [1]}]}', "bad-dtype"],
		['{"inputs": [{"name": "x", "shape": [2], "datatype": "FP32", "data": [1]}]}', "bad-shape"],
		[
			'{"inputs": [{"name": "x", "shape": [1], "datatype": "FP32", "parameters": {"binary_data_size": 4}}]}',
			"truncated",
		],
		['{"a": "nothing"}', "bad-container"],
		['"plain text"', "bad-container"],
		['{"a": 1', "truncated"],
		['{"a" 1}', "bad-container"],
		["{'a': 1}", "bad-container"],
	])("%s", (text, code) => {
		expect(() => decodeJson(text)).toThrow(expect.objectContaining({ name: "FormatError", code }));
	});

	test("the place of a wrong character is that in the document", () => {
		expect(() => decodeJson('["int32", "AQAA!A==", [1]]')).toThrow(
			'json in [1] at offset 15: expected base64, found "!"',
		);
		expect(() => decodeJson('{"a": [{"dtype": "i4", "bdata": "????"}]}', { path: "a[0]" })).toThrow(
			"json in a[0].bdata at offset 33",
		);
	});

	test("gzip unpacks to no more than the array has, and not without an unpacker", () => {
		const bomb = Buffer.from(gzip(new Uint8Array(1e6))).toString("base64");
		const text = `{"__ndarray__": "b64.gz:${bomb}", "dtype": "uint8", "shape": [10]}`;
		expect(() => jsonTricksCompact.decode(text, { gunzip })).toThrow(
			expect.objectContaining({ code: "bad-container" }),
		);
		expect(() => jsonTricksCompact.decode(text)).toThrow(TypeError);
		expect(() => jsonTricksCompact.decode(text)).toThrow("@ndwire/json-b64/node");
		expect(() => jsonTricksCompact.decode(text.replace(/gz:.{8}/, "gz:AAAAAAAA"), { gunzip })).toThrow(FormatError);
	});

	test("values nested deeper than Python reads are refused", () => {
		for (const text of [`${"[".repeat(100_000)}"a"`, `${'{"a":'.repeat(5000)}1`]) {
			expect(() => detectDialect(text)).toThrow(expect.objectContaining({ code: "limit" }));
		}
	});

	test("many brackets before a string take linear time", () => {
		const begun = performance.now();
		const nested = `${"[".repeat(900)}${"1,".repeat(200_000)}"a"`;
		expect(() => detectDialect(nested)).toThrow(FormatError);
		const wide = `[${"[1],".repeat(100_000)}${'["a"],'.repeat(100_000)}{}]`;
		expect(detectDialect(wide).dialect).toBeUndefined();
		expect(performance.now() - begun).toBeLessThan(10_000);
	});
});

describe("arrays that a dialect does not carry", () => {
	const record = zeros([1], { dtype: [["a", "<i4"]] });
	const overlapping = zeros([1], {
		dtype: { names: ["a", "b"], formats: ["<u4", "<u2"], offsets: [0, 2], itemsize: 4 },
	});
	const titled = zeros([1], { dtype: [[["T", "a"], "<i4"]] });

	test.each<[dialect: DialectName, value: NDArray, other: string]>([
		["json-numpy", overlapping, "triple-list"],
		["json-numpy", titled, "triple-list"],
		["json-tricks", array([Number.NaN], { dtype: "<f8" }), "json-numpy"],
		["json-tricks", record, "json-numpy"],
		["json-tricks-compact", record, "json-numpy"],
		["json-tricks-compact", array(1, { dtype: "<i4" }), "json-numpy"],
		["plotly", zeros([1], { dtype: "<f2" }), "json-numpy"],
		["plotly", zeros([0], { dtype: "<f4" }), "json-numpy"],
		["plotly", array([2n ** 40n], { dtype: "<i8" }), "json-numpy"],
		["bokeh", array([2n ** 40n], { dtype: "<i8" }), "json-numpy"],
		["bokeh", zeros([1], { dtype: "<c8" }), "json-numpy"],
		["json-tolist", zeros([1], { dtype: "V3" }), "json-numpy"],
		["json-strings", zeros([1], { dtype: "V3" }), "json-numpy"],
		["tfserving-inputs", zeros([1], { dtype: "<c8" }), "json-numpy"],
	])("%s names another", (dialect, value, other) => {
		expect(() => encodeJson(value, { dialect })).toThrow(expect.objectContaining({ code: "bad-dtype" }));
		expect(() => encodeJson(value, { dialect })).toThrow(other);
	});

	test.each(Object.values(dialects))("$name writes no objects of unknown types", ({ name }) => {
		const objects = array([null], { dtype: "O" });
		const value = name === "v2-json" ? { x: objects } : objects;
		const thrown = name.startsWith("npy") ? TypeError : FormatError;
		expect(() => encodeJson(value, { dialect: name })).toThrow(thrown);
	});
});

describe("written and read again", () => {
	const dtypes = "? i1 u1 <i2 >u2 <i4 >u4 <i8 >u8 <f2 >f4 <f8 <c8 >c16 S3 <U2 V4 <M8[ns] >m8[25s] <f16".split(" ");
	const someArray = fc
		.tuple(
			fc.constantFrom(...dtypes),
			fc.array(fc.nat(3), { maxLength: 3 }),
			fc.constantFrom("C" as const, "F" as const),
		)
		.chain(([dtype, shape, order]) => {
			const { nbytes } = zeros(shape, { dtype });
			const memory = fc.uint8Array({ minLength: nbytes, maxLength: nbytes, ...(dtype === "<U2" && { max: 0 }) });
			return memory.map((bytes) => fromBuffer(bytes, { dtype, shape, order }));
		});

	test.each([tripleList, jsonNumpy, dialects["ndarray-dict-b64"]])(
		"$name keeps every bit, in any order",
		({ name }) => {
			fc.assert(
				fc.property(someArray, (before) => {
					const after = arrayIn(decodeJson(encodeJson(before, { dialect: name })));
					expect(after.dtype).toEqual(before.dtype);
					expect(bitsEqual(after, before)).toBe(true);
				}),
			);
		},
	);

	test("bokeh and json-tricks with gzip", () => {
		const ramp = array(
			Array.from({ length: 100 }, (_, index) => index % 3),
			{ dtype: ">i4" },
		);
		for (const { decode, encode } of [bokeh, jsonTricksCompact]) {
			const text = encode(ramp, { gzip });
			expect(text.length).toBeLessThan(250);
			expect(decode(text, { gunzip }).toList()).toEqual(ramp.toList());
		}
	});

	test("64-bit integers become as small as plotly and bokeh make them", () => {
		const small = array([1n, -2n, 300n], { dtype: ">i8" });
		expect(encodeJson(small, { dialect: "plotly" })).toBe('{"dtype": "i2", "bdata": "AQD+/ywB"}');
		expect(encodeJson(small, { dialect: "bokeh" })).toContain('"dtype": "int32"');
		expect(encodeJson(array([255n], { dtype: "<u8" }), { dialect: "plotly" })).toBe('{"dtype": "u1", "bdata": "/w=="}');
	});
});

test("a dialect that there is not is a wrong argument, and is named", () => {
	const refusal = new TypeError('JSON: expected a dialect, such as "triple-list", found "yaml"');
	// @ts-expect-error -- JavaScript callers.
	expect(() => encodeJson(zeros([1], { dtype: "<i4" }), { dialect: "yaml" })).toThrow(refusal);
	// @ts-expect-error -- JavaScript callers.
	expect(() => decodeJson("[1]", { dialect: "yaml" })).toThrow(refusal);
});

test("json-tricks nests its lists as its shape says", () => {
	for (const [lists, shape] of [
		["[7]", "[]"],
		["[1, 2, 3, 4]", "[2, 2]"],
	]) {
		const text = `{"__ndarray__": ${lists}, "dtype": "int32", "shape": ${shape}}`;
		expect(() => decodeJson(text)).toThrow(expect.objectContaining({ code: "bad-shape" }));
	}
});
