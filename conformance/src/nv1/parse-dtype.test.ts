import { describe, expect, test } from "vitest";
import { FormError } from "../protocol/form-error.js";
import type { JsonValue } from "../protocol/json.js";
import { formatLayout } from "./dtype-difference.js";
import { parseDtype } from "./parse-dtype.js";

describe("type strings", () => {
	test.each([
		["<f8", 8],
		[">c16", 16],
		["|b1", 1],
		["|u1", 1],
		["<f16", 16],
		["|S0", 0],
		["|V7", 7],
		["<U5", 20],
		[">U0", 0],
		["<M8", 8],
		[">m8[25s]", 8],
		["<M8[us]", 8],
	])("%s takes %i bytes and is printed as it was written", (text, itemsize) => {
		const layout = parseDtype(text);
		expect(layout.itemsize).toBe(itemsize);
		expect(formatLayout(layout)).toBe(text);
	});

	test.each([
		"f8",
		"=f8",
		"<f3",
		"<i16",
		"|f8",
		"<u1",
		"<S3",
		"|U3",
		"<M4",
		"<M8[]",
		"<M8[fortnight]",
		"<f8[s]",
		"<O",
		"|O8",
		"<i04",
	])("%s is refused", (text) => {
		expect(() => parseDtype(text)).toThrow(FormError);
	});
});

describe("structures", () => {
	const field = (name: string, offset: number, type: JsonValue, rest: object = {}): JsonValue => ({
		name,
		offset,
		type,
		...rest,
	});

	test("offsets may leave gaps, overlap and go backwards", () => {
		const layout = parseDtype({
			itemsize: 16,
			fields: [field("a", 8, "<f8"), field("b", 0, "<i4"), field("c", 2, ">i2")],
		});
		expect(formatLayout(layout)).toBe("{a@8:<f8, b@0:<i4, c@2:>i2, itemsize 16}");
	});

	test("a field with a shape is a subarray", () => {
		const layout = parseDtype({ itemsize: 24, fields: [field("x", 0, "<f4", { shape: [2, 3] })] });
		expect(formatLayout(layout)).toBe("{x@0:(2,3)<f4, itemsize 24}");
	});

	test("a field named __proto__ is a field", () => {
		const layout = parseDtype({ itemsize: 1, fields: [field("__proto__", 0, "|i1")] });
		expect(formatLayout(layout)).toBe("{__proto__@0:|i1, itemsize 1}");
	});

	test.each([
		[
			"ends outside the item",
			{ itemsize: 7, fields: [field("a", 0, "<f8")] },
			/fields\[0\]: field ends at byte 8 of an item of 7/,
		],
		["has no offset", { itemsize: 8, fields: [{ name: "a", type: "<f8" }] }, /fields\[0\]\.offset/],
		["has a negative offset", { itemsize: 8, fields: [field("a", -1, "|i1")] }, /fields\[0\]\.offset/],
		["has the name of another", { itemsize: 8, fields: [field("a", 0, "|i1"), field("a", 1, "|i1")] }, /same name/],
	])("a field that %s is refused", (_, json, message) => {
		expect(() => parseDtype(json)).toThrow(message);
	});
});
