import { expect, test } from "vitest";
import type { DT } from "../protocol/messages.js";
import { parseJson } from "../protocol/json.js";
import { canonicalBytes } from "./canonical.js";
import { parseArray } from "./parse-value.js";

function canonicalHex(dtype: DT, shape: readonly number[], order: "C" | "F", hex: string): string {
	const json = parseJson(JSON.stringify({ dtype, shape, order, data: { hex } }));
	return Buffer.from(canonicalBytes(parseArray(json))).toString("hex");
}

test.each<[name: string, dtype: DT, shape: readonly number[], order: "C" | "F", held: string, canonical: string]>([
	["little-endian C order is left alone", "<i2", [2, 2], "C", "0100020003000400", "0100020003000400"],
	["big-endian words are reversed", ">i2", [2], "C", "00010002", "01000200"],
	["Fortran order is walked as C order", "|u1", [2, 3], "F", "000301040205", "000102030405"],
	["three axes in Fortran order", "|u1", [2, 1, 3], "F", "000301040205", "000102030405"],
	["the halves of a complex are words", ">c8", [], "C", "0000000100000002", "0100000002000000"],
	["code points are words", ">U2", [1], "C", "0000004100000042", "4100000042000000"],
	["bytes have no order", "|S3", [1], "C", "610062", "610062"],
	["a bool keeps its byte", "|b1", [2], "C", "02ff", "02ff"],
	["the 6 bytes that pad a long double vanish", "<f16", [], "C", `${"11".repeat(10)}a5a5a5a5a5a5`, "11".repeat(10)],
	[
		"a swapped long double is padded in front",
		">f16",
		[],
		"C",
		"a5a5a5a5a5a500010203040506070809",
		"09080706050403020100",
	],
	[
		"both halves of a long complex are padded",
		"<c32",
		[],
		"C",
		`${"11".repeat(10)}${"a5".repeat(6)}${"22".repeat(10)}${"a5".repeat(6)}`,
		`${"11".repeat(10)}${"22".repeat(10)}`,
	],
	["zero-width items have no bits, however many", "|V0", [3, 1000000000], "C", "", ""],
	["an empty array has no bits", "<f8", [3, 0], "F", "", ""],
])("%s", (_, dtype, shape, order, held, canonical) => {
	expect(canonicalHex(dtype, shape, order, held)).toBe(canonical);
});

test("the padding of a structure vanishes, its leaves follow in field order", () => {
	const dtype = {
		itemsize: 8,
		fields: [
			{ name: "b", offset: 4, type: ">u2" },
			{ name: "a", offset: 0, type: "|u1" },
		],
	};
	expect(canonicalHex(dtype, [2], "C", "01a5a5a50002a5a5" + "035a5a5a00045a5a")).toBe("020001" + "040003");
});

test("overlapping fields of different byte orders are read independently", () => {
	const dtype = {
		itemsize: 4,
		fields: [
			{ name: "i", offset: 0, type: "<u4" },
			{ name: "high", offset: 2, type: ">u2" },
		],
	};
	expect(canonicalHex(dtype, [], "C", "01020304")).toBe("01020304" + "0403");
});

test("subarrays of structures are walked item by item", () => {
	const point = { itemsize: 4, fields: [{ name: "x", offset: 1, type: ">u2" }] };
	const dtype = { itemsize: 8, fields: [{ name: "p", offset: 0, type: point, shape: [2] }] };
	expect(canonicalHex(dtype, [1], "C", "a50001a5a50002a5")).toBe("01000200");
});
