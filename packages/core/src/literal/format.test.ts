import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPythonLiteral } from "./format.js";
import { pyInt, pySequence, pyStr } from "./make.js";
import { parsePythonLiteral } from "./parse.js";
import type { PyLiteral } from "./py-literal.js";

/** Pairs of a string and Python's `repr` of it. */
describe("repr of text", () => {
	test.each([
		["a", "'a'"],
		["", "''"],
		["it's", '"it\'s"'],
		['say "hi"', "'say \"hi\"'"],
		["both ' and \"", "'both \\' and \"'"],
		["\\", "'\\\\'"],
		["\t\n\r", "'\\t\\n\\r'"],
		["\0\x07\x1b\x7f", "'\\x00\\x07\\x1b\\x7f'"],
		["\u0085\u00a0\u00ad", "'\\x85\\xa0\\xad'"],
		["é", "'é'"],
		["\u2028\u200b\u3000", "'\\u2028\\u200b\\u3000'"],
		["\ue000\uffff", "'\\ue000\\uffff'"],
		["\ud800", "'\\ud800'"],
		["\u{1f600}", "'\u{1f600}'"],
		["\u{e0001}\u{10ffff}", "'\\U000e0001\\U0010ffff'"],
		["a b", "'a b'"],
	])("%j", (value, repr) => {
		expect(formatPythonLiteral(pyStr(value))).toBe(repr);
	});
});

test.each([
	[[0, 9, 10, 13, 32, 126, 127, 255], "b'\\x00\\t\\n\\r ~\\x7f\\xff'"],
	[[39], 'b"\'"'],
	[[39, 34], "b'\\'\"'"],
	[[92], "b'\\\\'"],
	[[], "b''"],
])("repr of the bytes %j", (bytes, repr) => {
	expect(formatPythonLiteral({ type: "bytes", value: Uint8Array.from(bytes), offset: 0 })).toBe(repr);
});

test.each([
	[0, 2, "2j"],
	[0, -0, "-0j"],
	[-0, 2, "(-0+2j)"],
	[1, 2, "(1+2j)"],
	[1.5, -2, "(1.5-2j)"],
	[1e16, 1, "(1e+16+1j)"],
	[Number.NaN, Number.NaN, "(nan+nanj)"],
	[0, Number.POSITIVE_INFINITY, "infj"],
])("repr of complex(%d, %d)", (re, im, repr) => {
	expect(formatPythonLiteral({ type: "complex", re, im, offset: 0 })).toBe(repr);
});

test("a tuple of one item keeps its comma, an empty set its name", () => {
	expect(formatPythonLiteral(pySequence("tuple", [pyInt(1)]))).toBe("(1,)");
	expect(formatPythonLiteral(pySequence("list", [pyInt(1)]))).toBe("[1]");
	expect(formatPythonLiteral(pySequence("set", []))).toBe("set()");
});

test("whatever is printed reads back as itself", () => {
	const { literal } = fc.letrec<{ literal: PyLiteral; hashable: PyLiteral }>((tie) => {
		const offset = fc.constant(0);
		const atom: fc.Arbitrary<PyLiteral> = fc.oneof(
			fc.record({ type: fc.constant("none"), offset }),
			fc.record({ type: fc.constant("bool"), value: fc.boolean(), offset }),
			fc.record({ type: fc.constant("int"), value: fc.bigInt(), offset }),
			fc.record({ type: fc.constant("float"), value: fc.double({ noNaN: true, noDefaultInfinity: true }), offset }),
			fc.record({ type: fc.constant("str"), value: fc.string({ unit: "binary" }), offset }),
			fc.record({ type: fc.constant("bytes"), value: fc.uint8Array({ size: "small" }), offset }),
		);
		const sequence = (type: fc.Arbitrary<"tuple" | "list" | "set">, item: fc.Arbitrary<PyLiteral>) =>
			fc.record({ type, items: fc.array(item, { maxLength: 4 }), offset });
		return {
			hashable: fc.oneof({ depthSize: "small" }, atom, sequence(fc.constant("tuple"), tie("hashable"))),
			literal: fc.oneof(
				{ depthSize: "small" },
				atom,
				sequence(fc.constantFrom("tuple", "list"), tie("literal")),
				sequence(fc.constant("set"), tie("hashable")),
				fc.record({
					type: fc.constant("dict"),
					entries: fc.array(fc.tuple(tie("hashable"), tie("literal")), { maxLength: 4 }),
					offset,
				}),
			),
		};
	});
	fc.assert(
		fc.property(literal, (value) => {
			expect(withoutOffsets(parsePythonLiteral(formatPythonLiteral(value)))).toEqual(value);
		}),
	);
});

function withoutOffsets(value: PyLiteral): PyLiteral {
	switch (value.type) {
		case "tuple":
		case "list":
		case "set":
			return { ...value, items: value.items.map(withoutOffsets), offset: 0 };
		case "dict":
			return {
				...value,
				entries: value.entries.map(([key, item]) => [withoutOffsets(key), withoutOffsets(item)] as const),
				offset: 0,
			};
		default:
			return { ...value, offset: 0 };
	}
}
