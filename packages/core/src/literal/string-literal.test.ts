import { describe, expect, test } from "vitest";
import { parsePythonLiteral } from "./parse.js";

describe("text", () => {
	test.each([
		["'a'", "a"],
		['"a\'b"', "a'b"],
		["'''a'b''c'''", "a'b''c"],
		['"""a\nb"""', "a\nb"],
		["'''a\r\nb\rc'''", "a\nb\nc"],
		["u'a' U\"b\"", "ab"],
		["'a' 'b'\t\"c\"", "abc"],
		["r'\\n'", "\\n"],
		["R'\\''", "\\'"],
		["'\\\\ \\' \\\" \\a\\b\\f\\n\\r\\t\\v'", "\\ ' \" \x07\b\f\n\r\t\v"],
		["'a\\\nb'", "ab"],
		["'a\\\r\nb'", "ab"],
		["'\\0\\1\\12\\101\\1014\\777'", "\0\x01\nAA4\u01ff"],
		["'\\x41\\xe9'", "A\u00e9"],
		["'\\u20ac\\U0001f600'", "\u20ac\u{1f600}"],
		["'\\ud800'", "\ud800"],
		["'\\q\\8'", "\\q\\8"],
		["'é\u{1f600}'", "é\u{1f600}"],
		["''", ""],
		["''''''", ""],
	])("%j", (text, value) => {
		expect(parsePythonLiteral(text)).toEqual({ type: "str", value, offset: 0 });
	});
});

describe("bytes", () => {
	test.each([
		["b'a'", [97]],
		['B""', []],
		["b'a' b'b'", [97, 98]],
		["b'\\x00\\xff'", [0, 255]],
		["b'\\777\\12'", [255, 10]],
		["b'\\u20ac\\N'", [92, 117, 50, 48, 97, 99, 92, 78]],
		["rb'\\x41'", [92, 120, 52, 49]],
		["bR'a'", [97]],
		["b'''\n'''", [10]],
	])("%j", (text, bytes) => {
		expect(parsePythonLiteral(text)).toEqual({ type: "bytes", value: Uint8Array.from(bytes), offset: 0 });
	});
});

test.each([
	["'a"],
	["'''a''"],
	["'a\nb'"],
	["'a\\"],
	["r'\\'"],
	["'\\x4'"],
	["'\\xzz'"],
	["'\\u123'"],
	["'\\U00110000'"],
	["'\\N{BULLET}'"],
	["b'é'"],
	["f'a'"],
	["ub'a'"],
	["bb''"],
	["'a' b'b'"],
])("%j is refused", (text) => {
	expect(() => parsePythonLiteral(text)).toThrow(expect.objectContaining({ code: "bad-header-syntax" }));
});
