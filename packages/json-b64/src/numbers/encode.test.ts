import { array, fromBuffer, zeros, type Complex, type DTypeSpec } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { decodeNumbers } from "./decode.js";
import { encodeNumberPieces, encodeNumbers } from "./encode.js";

describe("the text is that of json.dumps(array.tolist())", () => {
	test.each<[dtype: string, text: string, values: unknown]>([
		["<f8", "[1.0, 2.5, NaN, -Infinity]", [1, 2.5, Number.NaN, -Infinity]],
		["<f8", "[0.0, -0.0, 1e+16, 1000000000000000.0]", [0, -0, 1e16, 1e15]],
		[">f8", "[0.0001, 1e-05, 1.2345678901234568e+20, 1e+22]", [1e-4, 1e-5, 123456789012345680000, 1e22]],
		["<f4", "[0.10000000149011612, 1.0000000116860974e-07]", [0.1, 1e-7]],
		["<f2", "[65504.0, 5.960464477539063e-08]", [65504, 6e-8]],
		["<i8", "[9223372036854775807, -9223372036854775808]", [2n ** 63n - 1n, -(2n ** 63n)]],
		[">i8", "[9007199254740993, -9007199254740993, -1]", [2n ** 53n + 1n, -(2n ** 53n) - 1n, -1n]],
		[">u8", "[18446744073709551615, 1000000000000000000]", [2n ** 64n - 1n, 10n ** 18n]],
		["?", "[true, false]", [true, false]],
		["<U9", '["a", "h\\u00e9\\ud83d\\ude00\\u007f\\"\\\\\\n\\ud800"]', ["a", 'hé\u{1f600}\u007f"\\\n\ud800']],
		["<M8[ns]", "[1767323045123456789, null]", [1767323045123456789n, -(2n ** 63n)]],
		["|u1", "[[1], [3]]", [[1], [3]]],
		["<i4", "7", 7],
	])("%s: %s", (dtype, text, values) => {
		expect(encodeNumbers(array(values, { dtype }))).toBe(text);
	});

	test.each([
		[[0], "[]"],
		[[2, 0, 3], "[[], []]"],
		[[0, 3], "[]"],
		[[1, 2, 1], "[[[0], [0]]]"],
	])("the shape [%s] of zeros", (shape, text) => {
		expect(encodeNumbers(zeros(shape, { dtype: "<i2" }))).toBe(text);
	});

	test("elements come in C order, however they lie", () => {
		const turned = array(
			[
				[1, 2, 3],
				[4, 5, 6],
			],
			{ dtype: ">i2" },
		)
			.transpose()
			.slice([null, null, -1]);
		expect(encodeNumbers(turned)).toBe("[[3, 6], [2, 5], [1, 4]]");
	});
});

describe("options", () => {
	const floats = array([0.1, 1 / 3, 16777216, Number.NaN, -Infinity], { dtype: "<f4" });

	test("digits that tell a float32 from its neighbours, as NumPy prints them", () => {
		expect(encodeNumbers(floats, { digits: "shortest" })).toBe("[0.1, 0.33333334, 1.6777216e+07, NaN, -Infinity]");
		const halves = array([1.5, 65504, 6e-8, 0.0078125], { dtype: "<f2" });
		expect(encodeNumbers(halves, { digits: "shortest" })).toBe("[1.5, 6.55e+04, 6e-08, 0.007812]");
		// Just below a power of two neighbours are nearer than above it.
		const power = fromBuffer(Uint8Array.of(0, 0, 0x80, 0x0f), { dtype: "<f4" });
		expect(encodeNumbers(power, { digits: "shortest" })).toBe("[1.2621775e-29]");
	});

	test("strings, as Python's str prints elements", () => {
		expect(encodeNumbers(floats.slice([2]), { strings: true })).toBe('["16777216.0", "nan", "-inf"]');
		expect(encodeNumbers(array([true], { dtype: "?" }), { strings: true })).toBe('["True"]');
		expect(encodeNumbers(array(2147483647, { dtype: "<i4" }), { strings: true })).toBe('"2147483647"');
		expect(encodeNumbers(array([-(2n ** 63n)], { dtype: "<m8[s]" }), { strings: true })).toBe('["NaT"]');
	});

	test("NaN and infinities in strict JSON are null, strings or an error", () => {
		const few = floats.slice([3]);
		expect(encodeNumbers(few, { nonFinite: "null" })).toBe("[null, null]");
		expect(encodeNumbers(few, { nonFinite: "string" })).toBe('["NaN", "-Infinity"]');
		expect(() => encodeNumbers(few, { nonFinite: "error" })).toThrow(expect.objectContaining({ code: "overflow" }));
	});

	test("without blanks", () => {
		expect(
			encodeNumbers(
				array(
					[
						[1, 2],
						[3, 4],
					],
					{ dtype: "<i4" },
				),
				{ compact: true },
			),
		).toBe("[[1,2],[3,4]]");
	});
});

test("pieces are short, and together the whole text", () => {
	const large = zeros([3, 50_000], { dtype: "<f8" });
	const pieces = [...encodeNumberPieces(large)];
	expect(pieces.length).toBeGreaterThan(5);
	expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000);
	expect(pieces.join("")).toBe(encodeNumbers(large));
});

describe("what Python's json has not", () => {
	test.each<[dtype: DTypeSpec, text: string, values: unknown]>([
		[
			"<c16",
			'["(1+2j)", "-2j", "(-0+1e+16j)", "(nan-infj)"]',
			[
				[1, 2],
				[0, -2],
				[-0, 1e16],
				[Number.NaN, -Infinity],
			].map(complex),
		],
		["<c8", '["(0.10000000149011612+1.5j)"]', [complex([0.1, 1.5])]],
		["S4", '["ab", "h\\u00e9"]', ["ab", "hé"].map((text) => new TextEncoder().encode(text))],
		[
			[
				["a", "<i4"],
				["b", "<f8", [2]],
				["c", "<M8[s]"],
			],
			"[[1, [1.0, 2.5], 7]]",
			[{ a: 1, b: [1, 2.5], c: 7n }],
		],
		[
			[
				["a", "<i4"],
				["b", [["x", "?"]]],
			],
			"[[1, [true]]]",
			[{ a: 1, b: { x: true } }],
		],
	])("%s: %s", (dtype, text, values) => {
		expect(encodeNumbers(array(values, { dtype }))).toBe(text);
	});

	test("options: pairs, objects, shortest digits, dates", () => {
		const pairs = array([complex([0.1, Number.NaN])], { dtype: "<c8" });
		expect(encodeNumbers(pairs, { complex: "pairs", digits: "shortest", nonFinite: "null" })).toBe("[[0.1, null]]");
		expect(encodeNumbers(pairs, { digits: "shortest" })).toBe('["(0.1+nanj)"]');
		const records = array([{ a: 1, b: "x" }], {
			dtype: [
				["a", "<i4"],
				["b", "U1"],
			],
		});
		expect(encodeNumbers(records, { records: "objects" })).toBe('[{"a": 1, "b": "x"}]');
		expect(encodeNumbers(records, { records: "objects", compact: true })).toBe('[{"a":1,"b":"x"}]');
		const dates = array([5n, -(2n ** 63n)], { dtype: "M8[25s]" });
		expect(encodeNumbers(dates)).toBe("[5, null]");
		expect(encodeNumbers(dates, { strings: true })).toBe('["1970-01-01T00:02:05", "NaT"]');
		expect(encodeNumbers(array([5n], { dtype: "M8" }), { strings: true })).toBe('["5"]');
	});

	// As str prints them on x86.
	test.each([
		"0.1",
		"1e-05",
		"0.0001",
		"123456789.0",
		"9999999999999999.0",
		"1e+16",
		"1.23456789012345678e+17",
		"4e-4951",
		"1.189731495357231765e+4932",
		"-0.0",
		"-inf",
		"nan",
	])("a long double: %s", (text) => {
		const number = decodeNumbers(`"${text}"`, { dtype: "<f16" });
		expect(encodeNumbers(number)).toBe(`"${text}"`);
		const wide = decodeNumbers(`"${text}j"`, { dtype: ">c32", longDouble: "quad", overflow: "infinity" });
		expect(
			decodeNumbers(encodeNumbers(wide, { longDouble: "quad" }), { dtype: ">c32", longDouble: "quad" }).toBytes(),
		).toEqual(wide.toBytes());
	});

	test("and what no JSON spells is refused with the name of a dialect that carries it", () => {
		expect(() => encodeNumbers(zeros([1], { dtype: "V3" }))).toThrow("json-numpy");
		expect(() => encodeNumbers(fromBuffer(Uint8Array.of(0xff), { dtype: "S1" }))).toThrow(
			expect.objectContaining({ code: "bad-encoding", path: "element 0 in C order" }),
		);
		for (const dtype of ["O", [["a", "O"]]] satisfies DTypeSpec[]) {
			expect(() => encodeNumbers(zeros([1], { dtype }))).toThrow(expect.objectContaining({ code: "unsafe-object" }));
		}
	});
});

function complex([re = 0, im = 0]: readonly number[]): Complex {
	return { re, im };
}
