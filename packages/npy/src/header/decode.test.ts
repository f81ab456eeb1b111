import { describe, expect, test } from "vitest";
import { npyFile, rawHeaderFile } from "../testing/npy-file.js";
import { decodeNpyHeader } from "./decode.js";

const plain = "{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }";

describe("a header says", () => {
	test.each([
		{ major: 1, length: 118, dataOffset: 128 },
		{ major: 2, length: 116, dataOffset: 128 },
		{ major: 3, length: 116, dataOffset: 128 },
		{ major: 1, length: 58, dataOffset: 68 },
	])("in version $major, $length bytes long, where the elements lie", ({ major, length, dataOffset }) => {
		expect(decodeNpyHeader(npyFile({ major, length, text: plain, data: "" }))).toMatchObject({
			version: [major, 0],
			shape: [2],
			fortranOrder: false,
			dtype: { tag: "scalar", kind: "i", itemsize: 4, byteOrder: "<" },
			dataOffset,
			dataLength: 8,
		});
	});

	test("nothing about the bytes after it, which need not be there", () => {
		const text = "{'descr': '<f8', 'fortran_order': True, 'shape': (1000, 1000), }";
		expect(decodeNpyHeader(rawHeaderFile(text, ""))).toMatchObject({ fortranOrder: true, dataLength: 8_000_000 });
	});

	test("the declared shape of an object array, whose length is that of its pickle", () => {
		const header = decodeNpyHeader(rawHeaderFile("{'descr': '|O', 'fortran_order': False, 'shape': (2, 3)}", ""));
		expect(header).toMatchObject({ shape: [2, 3], dtype: { hasObject: true } });
		expect(header.dataLength).toBeUndefined();
	});
});

// Every spelling was read by NumPy 2.4.6 on Python 3.11, with this shape.
describe("spellings that NumPy reads", () => {
	test.each([
		["keys in another order", "{'shape': (2,), 'fortran_order': False, 'descr': '<i4'}"],
		["no comma at the end", "{'descr': '<i4', 'fortran_order': False, 'shape': (2,)}"],
		["no blanks", "{'descr':'<i4','fortran_order':False,'shape':(2,)}"],
		["double quotes", plain.replaceAll("'", '"')],
		["triple quotes", plain.replaceAll("'", "'''")],
		["a raw string", plain.replace("'shape'", "r'shape'")],
		["a Python 2 unicode string", plain.replace("'shape'", "u'shape'")],
		["adjacent strings", plain.replace("'shape'", "'sha' u'pe' r''")],
		["adjacent strings on two lines", plain.replace("'shape'", "('sha'\n'pe')")],
		["an escape", plain.replace("'shape'", "'\\x73hape'")],
		["an octal escape", plain.replace("'shape'", "'\\163hape'")],
		["an escaped newline", plain.replace("'shape'", "'sh\\\nape'")],
		["hexadecimal", plain.replace("2,", "0x2,")],
		["octal", plain.replace("2,", "0o2,")],
		["binary", plain.replace("2,", "0b1_0,")],
		["a plus sign", plain.replace("2,", "+2,")],
		["a plus sign apart", plain.replace("2,", "+ 2,")],
		["a size in brackets", plain.replace("(2,)", "((2),)")],
		["a comment", `${plain} # made by hand`],
		["a comment inside", plain.replace(", ", ", # the dtype\n")],
		["a comment before", `# made by hand\n${plain}`],
		["newlines", `\n${plain.replaceAll(", ", ",\n")}\n\n`],
		["CRLF", `${plain.replaceAll(", ", ",\r\n")}\r\n`],
		["carriage returns", plain.replaceAll(", ", ",\r")],
		["tabs and form feeds", `\t${plain.replaceAll(", ", ",\t\f")}`],
		["blanks before", `  ${plain}`],
		["a line continued", plain.replace(", ", ",\\\n")],
		["the dict in brackets", `((${plain}))`],
		["a key twice, of which the last counts", plain.replace("{", "{'shape': (9,), 'descr': 7, ")],
		["a Python 2 long", plain.replace("2,", "2L,")],
		["a Python 2 long in hexadecimal", plain.replace("2,", "0x2L,")],
		["a Python 2 long after blanks", `  ${plain.replace("2,", "2L,")}`],
		["a dtype by name", plain.replace("<i4", "int32")],
		["a dtype without byte order", plain.replace("<i4", "i4")],
		["a subarray of one element", plain.replace("'<i4'", "('<i4', (1, 1))")],
		["a subarray of no dimensions", plain.replace("'<i4'", "('<i4', ())")],
		["a dtype with another of its size behind it", plain.replace("'<i4'", "('<i4', 'f4')")],
		["a dtype by NumPy's number for it", plain.replace("<i4", "\\x05")],
		["Fortran order of one dimension", plain.replace("False", "True")],
	])("%s", (_, text) => {
		expect(decodeNpyHeader(rawHeaderFile(text, ""))).toMatchObject({ shape: [2], dataLength: 8, dtype: { kind: "i" } });
	});

	test.each([
		["a list of strings, of which each is a field", "['xif']", ["x"]],
		["a set of one field", "{('x', 'i4')}", ["x"]],
		["a void with the fields of a dtype behind it", "('V4', 'i2,i2')", ["f0", "f1"]],
		["bytes with the size of a dtype behind it", "[('x', 'S', 'i4')]", ["x"]],
		["a void with the fields of a list behind it", "('V', [('y', 'i2'), ('', 'V2')])", ["y", "f1"]],
		["a structure with another one behind it", "([('x', 'i4')], [('y', ('V4', ('i2', 2)))])", ["y"]],
	])("%s", (_, descr, names) => {
		const text = plain.replace("'<i4'", descr);
		expect(decodeNpyHeader(rawHeaderFile(text, ""))).toMatchObject({ dataLength: 8, dtype: { tag: "struct", names } });
	});

	test("a subarray dtype of an array without elements", () => {
		const text = plain.replace("'<i4'", "('<i4', (2,))").replace("2,), }", "0,), }");
		expect(decodeNpyHeader(rawHeaderFile(text, ""))).toMatchObject({ shape: [0], dtype: { tag: "scalar" } });
	});

	test("version 2.0 of Python 2 as well, but not version 3.0, which is younger", () => {
		const text = plain.replace("2,", "2L,");
		expect(decodeNpyHeader(rawHeaderFile(text, "", 2)).shape).toEqual([2]);
		expect(() => decodeNpyHeader(rawHeaderFile(text, "", 3))).toThrow(
			expect.objectContaining({ code: "bad-header-syntax" }),
		);
	});
});

describe("headers that NumPy refuses", () => {
	test.each([
		["no text", "", "bad-header-syntax"],
		["blanks only", "   \n", "bad-header-syntax"],
		["no dict", "['descr', 'fortran_order']", "bad-header-keys"],
		["a set", "{1, 2}", "bad-header-keys"],
		["a dict in a tuple", `${plain},`, "bad-header-keys"],
		["two dicts", `${plain}\n${plain}`, "bad-header-syntax"],
		["a NUL", `${plain}\0`, "bad-header-syntax"],
		["a no-break space", plain.replace(", ", ",\xa0"), "bad-header-syntax"],
		["a UTF-8 byte order mark", `\xef\xbb\xbf${plain}`, "bad-header-syntax"],
		["an indented second line", `\n ${plain}`, "bad-header-syntax"],
		["a call", plain.replace("False", "bool()"), "bad-header-syntax"],
		["arithmetic", plain.replace("2,", "1+1,"), "bad-header-syntax"],
		["a name", plain.replace("False", "false"), "bad-header-syntax"],
		["an f-string", plain.replace("'shape'", "f'shape'"), "bad-header-syntax"],
		["bytes beside text", plain.replace("'shape'", "'sha' b'pe'"), "bad-header-syntax"],
		["a leading zero", plain.replace("2,", "02,"), "bad-header-syntax"],
		["a small l", plain.replace("2,", "2l,"), "bad-header-syntax"],
		["an unhashable key", "{[]: 1}", "bad-header-syntax"],
		["no shape", "{'descr': '<i4', 'fortran_order': False}", "bad-header-keys"],
		["no keys", "{}", "bad-header-keys"],
		["a key too many", plain.replace("{", "{'x': 1, "), "bad-header-keys"],
		["a key of the prototype", plain.replace("'shape'", "'__proto__'"), "bad-header-keys"],
		["bytes as a key", plain.replace("'shape'", "b'shape'"), "bad-header-keys"],
		["a number as a key", plain.replace("'shape'", "1"), "bad-header-keys"],
		["fortran_order as a number", plain.replace("False", "0"), "bad-header-keys"],
		["fortran_order as None", plain.replace("False", "None"), "bad-header-keys"],
		["shape as a list", plain.replace("(2,)", "[2]"), "bad-shape"],
		["shape as a number", plain.replace("(2,)", "(2)"), "bad-shape"],
		["a size as a float", plain.replace("2,", "2.0,"), "bad-shape"],
		["a size as a boolean", plain.replace("2,", "True,"), "bad-shape"],
		["a negative size", plain.replace("2,", "-2,"), "bad-shape"],
		["65 dimensions", plain.replace("2,", "1,".repeat(65)), "limit"],
		["sizes whose product is 2 ** 64", plain.replace("2,", "4294967296, 4294967296"), "overflow"],
		["a size of 2 ** 53", plain.replace("2,", "9007199254740992,"), "limit"],
		["an unknown dtype", plain.replace("<i4", "<i3"), "bad-dtype"],
		["a dtype that is a number", plain.replace("'<i4'", "4"), "bad-dtype"],
		["a negative item size", plain.replace("<i4", "|S-1"), "bad-dtype"],
		["a dtype with another of another size behind it", plain.replace("'<i4'", "('<i4', 'f8')"), "bad-dtype"],
		["a dtype with no fields behind it", plain.replace("'<i4'", "('<i4', [])"), "bad-dtype"],
		["a void with an object behind it", plain.replace("'<i4'", "('V8', 'O')"), "bad-dtype"],
		["two fields of one name", plain.replace("'<i4'", "[('a', '<i4'), ('a', '<i4')]"), "bad-dtype"],
		["a subarray dtype", plain.replace("'<i4'", "('<i4', (2,))"), "bad-dtype"],
	])("%s", (_, text, code) => {
		expect(() => decodeNpyHeader(rawHeaderFile(text, "0000000000000000"))).toThrow(
			expect.objectContaining({ name: "FormatError", format: "npy", code }),
		);
	});

	test("bytes that are not UTF-8 in version 3.0", () => {
		const file = rawHeaderFile(plain.replace("<i4", "?"), "", 3);
		file[24] = 0xe9;
		expect(() => decodeNpyHeader(file)).toThrow(expect.objectContaining({ code: "bad-encoding" }));
	});

	test.each([
		{ major: 1, offset: 20, text: "{'descr': '<i3', 'fortran_order': False, 'shape': (2,)}" },
		{ major: 2, offset: 22, text: "{'descr': '<i3', 'fortran_order': False, 'shape': (2,)}" },
		{ major: 3, offset: 27, text: "{# \u03b1\n'descr': '<i3', 'fortran_order': False, 'shape': (2,)}" },
		{ major: 1, offset: 61, text: "{'descr': '<i4', 'fortran_order': False, 'shape': (2.5,)}" },
	])("version $major: the refusal names byte $offset of the file", ({ major, offset, text }) => {
		const error: unknown = expect.objectContaining({ name: "FormatError", offset });
		expect(() => decodeNpyHeader(rawHeaderFile(text, "", major))).toThrow(error);
	});
});

describe("a header has at most 10,000 characters", () => {
	test("10,000 are read, 10,001 are refused, more are read on request", () => {
		expect(decodeNpyHeader(padded(10_000)).shape).toEqual([2]);
		expect(() => decodeNpyHeader(padded(10_001))).toThrow(expect.objectContaining({ code: "limit" }));
		expect(() => decodeNpyHeader(padded(10_001))).toThrow("at most 10000 characters (maxHeaderSize)");
		expect(decodeNpyHeader(padded(10_001), { maxHeaderSize: 10_001 }).dataOffset).toBe(10_011);
		expect(decodeNpyHeader(padded(65_000), { maxHeaderSize: Infinity }).dataOffset).toBe(65_010);
	});

	test("characters of version 3.0 are counted, not their bytes or UTF-16 units", () => {
		expect(decodeNpyHeader(rawHeaderFile(commented(10_000), "", 3)).shape).toEqual([2]);
		expect(() => decodeNpyHeader(rawHeaderFile(commented(10_001), "", 3))).toThrow(
			expect.objectContaining({ code: "limit" }),
		);
	});
});

function padded(length: number): Uint8Array {
	return npyFile({ major: 1, length, text: plain, data: "" });
}

function commented(count: number): string {
	return `${plain} #${"😀".repeat(count - plain.length - 2)}`;
}
