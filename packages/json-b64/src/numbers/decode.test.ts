import {
	array,
	bitsEqual,
	dtype as makeDtype,
	FormatError,
	fromBuffer,
	NDArray,
	zeros,
	type DTypeSpec,
} from "@ndwire/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeNumbers } from "./decode.js";
import { encodeNumberPieces, encodeNumbers } from "./encode.js";
import { readNumbers } from "./read.js";

function hexOf(text: string, dtype: DTypeSpec, options: object = {}): string {
	return Buffer.from(decodeNumbers(text, { dtype, ...options }).toBytes()).toString("hex");
}

describe("elements are what numpy.array(json.loads(text), dtype) holds", () => {
	test.each([
		["[1, -2, 3]", "<i4", [1, -2, 3]],
		["[0, 127, -128]", "i1", [0, 127, -128]],
		["[65535]", ">u2", [65535]],
		["[true, false]", "?", [true, false]],
		["[1, 0]", "?", [true, false]],
		[
			"[-9223372036854775808, 9223372036854775807, 9007199254740993]",
			"<i8",
			[-(2n ** 63n), 2n ** 63n - 1n, 2n ** 53n + 1n],
		],
		["[18446744073709551615, 1234567890123456789]", ">u8", [2n ** 64n - 1n, 1234567890123456789n]],
		["[999999999999999, 1000000000000000, -999999999999999999]", "<i8", [10n ** 15n - 1n, 10n ** 15n, 1n - 10n ** 18n]],
		["[NaN, Infinity, -Infinity, -0.0, 5e-324]", "<f8", [Number.NaN, Infinity, -Infinity, -0, 5e-324]],
		["[1, 2.5, 1E2, 1e+2]", ">f8", [1, 2.5, 100, 100]],
		["[-0]", "<f8", [0]],
		["[1, null]", "<M8[s]", [1n, -(2n ** 63n)]],
		['["a", "\\u00e9\\ud83d\\ude00", ""]', "U", ["a", "é😀", ""]],
	])("%s as %s", (text, dtype, values) => {
		expect(decodeNumbers(text, { dtype }).toList()).toEqual(values);
	});

	test("strings spell numbers as well, as Python prints and reads them", () => {
		expect(decodeNumbers('["10", "+20", "2147483647", "-0"]', { dtype: "<i4" }).toList()).toEqual([
			10, 20, 2147483647, 0,
		]);
		expect(decodeNumbers('["9223372036854775807"]', { dtype: "<i8" }).toList()).toEqual([2n ** 63n - 1n]);
		const words = '["nan", "inf", "-inf", "-0", ".5", "5.", "1e-07", "Infinity"]';
		expect(decodeNumbers(words, { dtype: "<f8" }).toList()).toEqual([
			Number.NaN,
			Infinity,
			-Infinity,
			-0,
			0.5,
			5,
			1e-7,
			Infinity,
		]);
		expect(decodeNumbers('["True", "False"]', { dtype: "?" }).toList()).toEqual([true, false]);
		expect(decodeNumbers('["5", "NaT"]', { dtype: "<m8[s]" }).toList()).toEqual([5n, -(2n ** 63n)]);
	});

	test("text that is no list makes an array without axes", () => {
		expect(decodeNumbers('"2147483647"', { dtype: "<i4" })).toMatchObject({ shape: [], size: 1 });
		expect(decodeNumbers(" true ", { dtype: "?" }).get()).toBe(true);
	});

	test("a static dtype gives static elements", () => {
		const value: bigint = decodeNumbers("[[9007199254740993]]", { dtype: "<i8" }).get(0, 0);
		expect(value).toBe(9007199254740993n);
	});
});

describe("dtypes beyond numbers are spelled as numpy.array reads them", () => {
	test.each([
		['["abc", "", "h\u00e9"]', "S", ["abc", "", "h\u00e9"].map((text) => new TextEncoder().encode(text))],
		[
			'["(1+2j)", "1.5-2e-3j", "3", "j", "-J", "(nan+infj)", 4, NaN]',
			"<c16",
			[
				{ re: 1, im: 2 },
				{ re: 1.5, im: -0.002 },
				{ re: 3, im: 0 },
				{ re: 0, im: 1 },
				{ re: 0, im: -1 },
				{ re: Number.NaN, im: Infinity },
				{ re: 4, im: 0 },
				{ re: Number.NaN, im: 0 },
			],
		],
		['["2020-01-01T00:00:00+02:00", "NaT", 5, null]', ">M8[s]", [1577829600n, -(2n ** 63n), 5n, -(2n ** 63n)]],
		// NumPy takes digits for a year.
		['["1970"]', "<M8[s]", [0n]],
		['["1970"]', "<m8[s]", [1970n]],
	])("%s as %s", (text, dtype, values) => {
		expect(decodeNumbers(text, { dtype }).toList()).toEqual(values);
	});

	// The bytes of numpy.array([text], "g") on x86, without the six that are not part of the number.
	test.each([
		["0.1", "cdcccccccccccccc fb3f"],
		["123456789", "00000000a0a279eb 1940"],
		["1e-4950", "0300000000000000 0000"],
		["3.3e-4951", "0100000000000000 0000"],
		["1.18973149535723176502e+4932", "ffffffffffffffff fe7f"],
		["-0.0", "0000000000000000 0080"],
		["12345678901234567.5", "001e2ead755171af 3440"],
		["nan", "00000000000000c0 ff7f"],
		["-inf", "0000000000000080 ffff"],
	])("%s as a long double of x86", (text, hex) => {
		const little = hex.replaceAll(" ", "").padEnd(32, "0");
		expect(hexOf(`["${text}"]`, "<f16")).toBe(little);
		const big = Buffer.from(Buffer.from(little, "hex").toReversed()).toString("hex");
		expect(hexOf(`["${text}"]`, ">f16")).toBe(big);
		expect(hexOf(`["${text}"]`, "<c32")).toBe(little + "0".repeat(32));
	});

	// IEEE 754: the exponent of 1 is 3fff, and 0.1 ends with a rounded a.
	test.each([
		["1", "3fff0000000000000000000000000000"],
		["0.1", "3ffb999999999999999999999999999a"],
		["6.47517511943802511092443895822764655e-4966", "00000000000000000000000000000001"],
		["-Infinity", "ffff0000000000000000000000000000"],
	])("%s as a long double of 128 bits", (text, hex) => {
		expect(hexOf(`["${text}"]`, ">f16", { longDouble: "quad" })).toBe(hex);
	});

	test("complex numbers as pairs, with the option that says so", () => {
		const pairs = decodeNumbers("[[1, 2], [3.5, -0.0]]", { dtype: "<c8", complex: "pairs" });
		expect(pairs.toList()).toEqual([
			{ re: 1, im: 2 },
			{ re: 3.5, im: -0 },
		]);
		expect(decodeNumbers("[1, 2]", { dtype: "<c16", complex: "pairs" }).shape).toEqual([]);
		expect(decodeNumbers("[]", { dtype: "<c16", complex: "pairs" }).shape).toEqual([0]);
		expect(decodeNumbers("[1, 2]", { dtype: "<c16", complex: "pairs", shape: [1] }).shape).toEqual([1]);
		expect(() => decodeNumbers("[1, 2, 3]", { dtype: "<c16", complex: "pairs" })).toThrow(
			expect.objectContaining({ code: "bad-shape" }),
		);
	});
});

describe("records", () => {
	const point = [
		["id", "<i4"],
		["at", "<f8", [2]],
		["name", "U3"],
	] as const;
	const rows = [
		{ id: 1, at: [0.5, 1.5], name: "a" },
		{ id: 2, at: [2.5, 3.5], name: "bcd" },
	];

	test.each([
		["lists of their fields", '[[1, [0.5, 1.5], "a"], [2, [2.5, 3.5], "bcd"]]'],
		["objects by name", '[{"id": 1, "at": [0.5, 1.5], "name": "a"}, {"name": "bcd", "id": 2, "at": [2.5, 3.5]}]'],
		["either", '[[1, [0.5, 1.5], "a"], {"id": 2, "at": [2.5, 3.5], "name": "bcd"}]'],
	])("are %s", (_, text) => {
		const records = decodeNumbers(text, { dtype: point });
		expect(records.shape).toEqual([2]);
		expect([0, 1].map((index) => plain(records.get(index)))).toEqual(rows);
		const pieces = Array.from(text);
		expect(decodeNumbers(pieces, { dtype: point }).toBytes()).toEqual(records.toBytes());
	});

	test("as many lists are around them as are axes", () => {
		const pair = [
			["a", "<i2"],
			["b", ">i8"],
		] as const;
		expect(decodeNumbers("[1, 2]", { dtype: pair }).shape).toEqual([]);
		expect(decodeNumbers("[[[1, 2], [3, 4]]]", { dtype: pair }).shape).toEqual([1, 2]);
		expect(decodeNumbers("[[1, 2], [3, 4]]", { dtype: pair, shape: [2, 1] }).shape).toEqual([2, 1]);
		expect(decodeNumbers("[[], []]", { dtype: pair }).shape).toEqual([2, 0]);
		const nested = [
			["p", pair],
			["q", "?"],
		] as const;
		expect(decodeNumbers("[[[1, 9007199254740993], true]]", { dtype: nested }).field("p").field("b").toList()).toEqual([
			9007199254740993n,
		]);
		expect(decodeNumbers('[{"p": {"a": 1, "b": 2}, "q": false}]', { dtype: nested }).shape).toEqual([1]);
	});

	test("fields lie where the dtype has them, and the bytes between are zero", () => {
		const padded = makeDtype({ names: ["a", "b"], formats: ["|u1", "<u2"], offsets: [3, 1], itemsize: 6 });
		expect(hexOf("[[1, 2]]", padded)).toBe("000200010000");
	});

	test.each([
		["[[1, [0, 1]]]", "bad-shape", "[0]"],
		['[[1, [0, 1], "a"], [2, [0], "b"]]', "bad-shape", "[1][1]"],
		['[[1, [0, 1], "abcd"]]', "overflow", "[0][2]"],
		['[[2147483648, [0, 1], "a"]]', "overflow", "[0][0]"],
		['[{"id": 1, "at": [0, 1]}]', "bad-header-keys", "[0]"],
		['[{"id": 1, "at": [0, 1], "name": "a", "x": 1}]', "bad-header-keys", "[0].x"],
		['[[1, [0, 1], "a"], 5]', "bad-shape", "[1]"],
		['[[1, [0, 1], "a"]', "truncated", undefined],
	])("%s: %s", (text, code, path) => {
		expect(() => decodeNumbers(text, { dtype: point })).toThrow(
			expect.objectContaining({ name: "FormatError", code, ...(path !== undefined && { path }) }),
		);
	});
});

test("axes of a subarray are those of the array", () => {
	expect(decodeNumbers("[[1, 2], [3, 4]]", { dtype: ["<f4", [2]] }).shape).toEqual([2, 2]);
	expect(decodeNumbers("[]", { dtype: ["<f4", [2]] }).shape).toEqual([0, 2]);
	expect(() => decodeNumbers("[[1, 2, 3]]", { dtype: ["<f4", [2]] })).toThrow(
		expect.objectContaining({ code: "bad-shape" }),
	);
});

describe("decimal text is rounded once, to the precision of the dtype", () => {
	test.each([
		// The nearest float64 lies in the middle of two float32, and the text does not.
		["1.00000005960464477539062500001", "<f4", "0100803f"],
		["1.000000059604644775390625", "<f4", "0000803f"],
		["1.00000005960464477539062499999", "<f4", "0000803f"],
		["-1.00000005960464477539062500001", "<f4", "010080bf"],
		["16777217", "<f4", "0000804b"],
		["340282356779733661637539395458142568448", "<f4", "0000807f"],
		["340282356779733661637539395458142568447", "<f4", "ffff7f7f"],
		["3.4028235677973362e38", "<f4", "ffff7f7f"],
		["7.006492321624085e-46", "<f4", "00000000"],
		["7.0064923216240853546186479164495806564013097093825788587853e-46", "<f4", "00000000"],
		["7.0064923216240853546186479164495806564013097093825788587854e-46", "<f4", "01000000"],
		["1.00048828125000000000000000001", "<f2", "013c"],
		["1.00048828125", "<f2", "003c"],
		["65519.999", "<f2", "ff7b"],
		["65520", "<f2", "007c"],
		["1.00390625000000000000000000001", "bfloat16", "813f"],
	])("%s as %s", (text, dtype, hex) => {
		for (const document of [`[${text}]`, `["${text}"]`, `[${text}, Infinity]`]) {
			expect(hexOf(document, dtype, { overflow: "infinity" }).slice(0, hex.length)).toBe(hex);
		}
	});
});

describe("what is refused says where and what", () => {
	test.each([
		['["10", "20", "1", "2147483648"]', "<i4", "overflow", "[3]", '"2147483648"'],
		["[[1, 2], [3, -129]]", "i1", "overflow", "[1][1]", "-129"],
		["[0, -1]", "<u8", "overflow", "[1]", "-1"],
		["[18446744073709551616]", "<u8", "overflow", "[0]", "18446744073709551616"],
		["[9223372036854775808]", "<i8", "overflow", "[0]", "9223372036854775808"],
		["[1e999]", "<f8", "overflow", "[0]", "1e999"],
		["[1e39]", "<f4", "overflow", "[0]", "1e39"],
		["[1, 65520]", "<f2", "overflow", "[1]", "65520"],
		["[1, 1.0]", "<i4", "bad-dtype", "[1]", "1.0"],
		["[1e2]", "<i8", "bad-dtype", "[0]", "1e2"],
		["[1, NaN]", "<i4", "bad-dtype", "[1]", "NaN"],
		["[1, null]", "<f8", "bad-dtype", "[1]", "null"],
		["[true]", "<f8", "bad-dtype", "[0]", "true"],
		["[2]", "?", "bad-dtype", "[0]", "2"],
		['["ten"]', "<f8", "bad-dtype", "[0]", '"ten"'],
		['["abcd"]', "<U3", "overflow", "[0]", '"abcd"'],
		["[[1, 2], [3]]", "<i4", "bad-shape", "[1]", "one of 1"],
		["[[1], 2]", "<i4", "bad-shape", "[1]", "an element"],
		["[1, [2]]", "<f8", "bad-shape", "[1]", "a list"],
		["[[], [[]]]", "<f8", "bad-shape", "[1][0]", "a list"],
		["[01]", "<i4", "bad-dtype", "[0]", "01"],
		["[.5]", "<f8", "bad-dtype", "[0]", ".5"],
		["[1_000]", "<i4", "bad-dtype", "[0]", "1_000"],
	])("%s as %s", (text, dtype, code, path, found) => {
		expect(() => decodeNumbers(text, { dtype })).toThrow(
			expect.objectContaining({ name: "FormatError", code, path, found }),
		);
	});

	test.each(["[1,]", "[1 2]", "[1", "", "[", "1]", "[1]]", '{"a": 1}', '["1', "[,1]", '["\\x"]', "[1] 2", "[\u00a01]"])(
		"%j is no JSON",
		(text) => {
			for (const dtype of ["<i4", "<i8", "<f8", "?", "U"])
				expect(() => decodeNumbers(text, { dtype })).toThrow(FormatError);
		},
	);

	test("a byte order mark is one of bytes, not of text, as in Python", () => {
		expect(decodeNumbers(Uint8Array.of(0xef, 0xbb, 0xbf, 0x5b, 0x31, 0x5d), { dtype: "<i4" }).toList()).toEqual([1]);
		expect(() => decodeNumbers("\ufeff[1]", { dtype: "<i4" })).toThrow(
			expect.objectContaining({ code: "bad-container", offset: 0 }),
		);
	});

	test.each([undefined, null, 5, {}, Promise.resolve("[1]")])("%s is no text, and a TypeError says so", (source) => {
		// @ts-expect-error -- JavaScript callers.
		expect(() => decodeNumbers(source, { dtype: "<i4" })).toThrow(
			expect.objectContaining({ name: "TypeError", message: expect.stringContaining("expected text") }),
		);
	});

	test("100,000 brackets, a million digits and endless exponents take no time", () => {
		const begun = performance.now();
		const hostile = [
			"[".repeat(100_000),
			`[${"9".repeat(1e6)}]`,
			`[1${"0".repeat(1e6)}e-1000000]`,
			`[1e${"9".repeat(1e5)}]`,
		];
		for (const dtype of ["<i4", "<i8", "<f4", "<f8"]) {
			for (const text of hostile) expect(outcome(() => decodeNumbers(text, { dtype }))).toSatisfy(isRefusalOrNothing);
			expect(outcome(() => decodeNumbers(`[${'"'.repeat(1e5)}`, { dtype }))).toBeInstanceOf(FormatError);
			expect(outcome(() => decodeNumbers(`["${"\\".repeat(1e5)}`, { dtype }))).toBeInstanceOf(FormatError);
		}
		expect(performance.now() - begun).toBeLessThan(20_000);
	});

	test("lists that claim more elements than the text has are ragged, and nothing is allocated for them", () => {
		const text = `[[${"1,".repeat(50_000)}1]${",[]".repeat(50_000)}]`;
		expect(() => decodeNumbers(text, { dtype: "<f8" })).toThrow(expect.objectContaining({ code: "bad-shape" }));
	});

	test("without a dtype the call is wrong, and says so", () => {
		// @ts-expect-error -- The option is required.
		expect(() => decodeNumbers("[1]", {})).toThrow(
			new TypeError(
				'decodeNumbers: expected an option dtype, such as { dtype: "<f8" }: numbers do not say what they are',
			),
		);
	});

	test.each([
		["[1]", "V2", "bad-dtype", undefined],
		["[1]", "O", "unsafe-object", undefined],
		["[1]", "S3", "bad-dtype", "[0]"],
		['["abcd"]', "S3", "overflow", "[0]"],
		['["a\\u0000"]', "S3", "overflow", "[0]"],
		['["\\ud800"]', "S3", "bad-encoding", "[0]"],
		['["1+2i"]', "<c16", "bad-dtype", "[0]"],
		['["1 + 2j"]', "<c16", "bad-dtype", "[0]"],
		['["1e39j"]', "<c8", "overflow", "[0]"],
		['["1e5000"]', "<f16", "overflow", "[0]"],
		['["2020-02-30"]', "<M8[D]", "bad-dtype", "[0]"],
		['["2020-05-17"]', "<M8[M]", "bad-dtype", "[0]"],
		["[1.5]", "<M8[s]", "bad-dtype", "[0]"],
	])("%s as %s: %s", (text, dtype, code, path) => {
		expect(outcome(() => decodeNumbers(text, { dtype }))).toMatchObject({
			name: "FormatError",
			code,
			...(path !== undefined && { path }),
		});
	});
});

describe("a shape that is given", () => {
	test.each([
		["[1, 2, 3, 4, 5, 6]", [2, 3]],
		["[[1, 2, 3], [4, 5, 6]]", [2, 3]],
		["[[], []]", [2, 0, 3]],
		["[]", [2, 0, 3]],
		["[7]", []],
		["7", []],
	])("%s fits it flat or nested", (text, shape) => {
		for (const dtype of ["<i4", "<f4"]) expect(decodeNumbers(text, { dtype, shape }).shape).toEqual(shape);
	});

	test.each([
		["[1, 2, 3]", [2, 3]],
		["[[1, 2], [3, 4], [5, 6]]", [2, 3]],
		["[1]", [0]],
	])("%s does not fit [%s]", (text, shape) => {
		for (const dtype of ["<i4", "<f4"]) {
			expect(() => decodeNumbers(text, { dtype, shape })).toThrow(expect.objectContaining({ code: "bad-shape" }));
		}
	});
});

describe("text in pieces", () => {
	const arrays = [
		array(
			[
				[1.5, Number.NaN, -0],
				[1e-7, Infinity, 5e-324],
			],
			{ dtype: "<f8" },
		),
		array([2n ** 63n - 1n, -5n, 0n], { dtype: ">i8" }),
		array(
			[
				["a,b]", '"\\'],
				["é", "[😀"],
			],
			{ dtype: "<U4" },
		),
		array([true, false], { dtype: "?" }),
		array(-7, { dtype: "<i2" }),
	];

	test.each(arrays)("cut anywhere it gives the same array as whole: $dtype.kind$dtype.itemsize", (whole) => {
		const text = encodeNumbers(whole);
		for (let first = 0; first <= text.length; first += 1) {
			for (let second = first; second <= text.length; second += 3) {
				const pieces = [text.slice(0, first), text.slice(first, second), text.slice(second)];
				expect(decodeNumbers(pieces, { dtype: whole.dtype }).toBytes()).toEqual(whole.toBytes());
			}
		}
	});

	test("bytes of UTF-8 arrive cut within a character", async () => {
		const bytes = new TextEncoder().encode('["é😀", "ü"]');
		const chunks = Array.from(bytes, (byte) => Uint8Array.of(byte));
		expect((await readNumbers(chunks, { dtype: "U" })).toList()).toEqual(["é😀", "ü"]);
		expect(decodeNumbers(bytes, { dtype: "U" }).toList()).toEqual(["é😀", "ü"]);
	});

	test("a body is read as it arrives", async () => {
		const numbers = array(
			Array.from({ length: 30_000 }, (_, index) => index / 7),
			{ dtype: "<f8" },
		);
		const { body } = new Response(new Blob([...encodeNumberPieces(numbers)]));
		expect((await readNumbers(body ?? [], { dtype: "<f8" })).toBytes()).toEqual(numbers.toBytes());
	});

	test("a broken body is refused at its offset, an abort ends the reading, bytes are UTF-8", async () => {
		await expect(readNumbers(["[1,", " x]"], { dtype: "<i4" })).rejects.toMatchObject({ offset: 4, path: "[1]" });
		await expect(readNumbers(["[1,", " 2"], { dtype: "<i4" })).rejects.toMatchObject({ code: "truncated" });
		await expect(readNumbers([Uint8Array.of(0x5b, 0xff)], { dtype: "<i4" })).rejects.toMatchObject({
			code: "bad-encoding",
		});
		await expect(
			readNumbers(["[1]"], { dtype: "<i4", signal: AbortSignal.abort(new Error("enough")) }),
		).rejects.toThrow("enough");
	});

	test("an element that never ends is refused before it fills the memory", () => {
		function* endless(): Generator<string> {
			for (;;) yield "1".repeat(2 ** 16);
		}
		expect(() => decodeNumbers(endless(), { dtype: "<i4" })).toThrow(expect.objectContaining({ code: "limit" }));
	});
});

describe("numbers that are read many at once", () => {
	const someNumber = fc.oneof(
		fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }).map(String),
		fc.integer({ min: -70_000, max: 70_000 }).map(String),
		fc
			.tuple(fc.integer({ min: 0, max: 99_999 }), fc.nat(9), fc.nat(20))
			.map(([whole, digit, length]) => `${whole}.${String(digit).repeat(length + 1)}`),
		fc.constantFrom(
			"0",
			"00",
			"01",
			"-",
			"1.",
			".5",
			"1e5",
			"-1",
			"9".repeat(19),
			`-${"9".repeat(19)}`,
			"4294967296",
			"é",
		),
	);

	test("are the same as each by itself, as are refusals", () => {
		fc.assert(
			fc.property(
				fc.array(someNumber, { minLength: 1, maxLength: 5 }),
				fc.constantFrom("i1", "<u4", ">i4", "<i8", "<u8", "<f4", "<f8", "<M8[s]"),
				(numbers, dtype) => {
					const each = numbers.map((number) => readOutcome(number, dtype));
					const together = readOutcome(`[${numbers.join(", ")}]`, dtype);
					expect(together).toEqual(each.find((found) => !Array.isArray(found)) ?? each.flat());
				},
			),
			{ numRuns: 3000 },
		);
	});

	test("and a window of text ends within any of them", () => {
		const numbers = Array.from(
			{ length: 30_000 },
			(_, index) => (BigInt(index) * 614_889_782_588_491n) % 10n ** BigInt((index % 18) + 1),
		);
		for (let blanks = 0; blanks < 25; blanks += 1) {
			expect(decodeNumbers(`[${" ".repeat(blanks)}${numbers.join(", ")}]`, { dtype: "<i8" }).toTypedArray()).toEqual(
				BigInt64Array.from(numbers),
			);
		}
	});
});

describe("written and read again", () => {
	const dtypes =
		"i1 u1 <i2 >u2 <i4 >u4 <i8 >i8 <u8 >u8 <M8[ns] >M8[as] >m8[25s] <f2 >f2 <f4 >f4 <f8 >f8 <c8 >c16".split(" ");
	const someArray = fc
		.tuple(fc.constantFrom(...dtypes), fc.array(fc.nat(3), { maxLength: 3 }))
		.chain(([dtype, shape]) => {
			const { nbytes } = zeros(shape, { dtype });
			const memory = fc.uint8Array({ minLength: nbytes, maxLength: nbytes });
			return memory.map((bytes) => fromBuffer(bytes, { dtype, shape, order: "F" }));
		});
	const someOptions = fc.record({
		strings: fc.boolean(),
		digits: fc.constantFrom("widened" as const, "shortest" as const),
		compact: fc.boolean(),
		complex: fc.constantFrom("text" as const, "pairs" as const),
	});

	test("the bits are the same, but for the payload of NaN", () => {
		fc.assert(
			fc.property(someArray, someOptions, (before, options) => {
				const text = encodeNumbers(before, options);
				const { complex } = options;
				const after = decodeNumbers(text, { dtype: before.dtype, shape: before.shape, complex });
				expect(encodeNumbers(after, options)).toBe(text);
				expect(/nan/i.test(text) || bitsEqual(after, before)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});
});

/** The elements, or the code of the refusal. */
function readOutcome(text: string, dtype: string): unknown {
	try {
		return [decodeNumbers(text, { dtype }).toList()].flat();
	} catch (error) {
		if (error instanceof FormatError) return error.code;
		throw error;
	}
}

function outcome(act: () => unknown): unknown {
	try {
		act();
	} catch (error) {
		return error;
	}
	return undefined;
}

/** A record with its subarrays as lists. */
function plain(record: object): unknown {
	return Object.fromEntries(
		Object.entries(record).map(([name, value]: [string, unknown]) => [
			name,
			value instanceof NDArray ? value.toList() : value,
		]),
	);
}

function isRefusalOrNothing(thrown: unknown): boolean {
	return thrown === undefined || thrown instanceof FormatError;
}
