import { expect, test } from "vitest";
import type { JsonValue } from "../protocol/json.js";
import { parseValue } from "./parse-value.js";

test("bytes that are not exactly as long as dtype and shape say are refused, one short and one over", () => {
	const held = (hex: string): JsonValue => ({ dtype: "<i2", shape: [2], order: "C", data: { hex } });
	expect(parseValue(held("01000200")).array?.bytes).toEqual(Uint8Array.of(1, 0, 2, 0));
	expect(() => parseValue(held("010002"))).toThrow("value.data: 3 bytes where dtype and shape need 4");
	expect(() => parseValue(held("0100020003"))).toThrow("value.data: 5 bytes where dtype and shape need 4");
});

test("a shape whose product overflows is refused for its length, not allocated", () => {
	const json = { dtype: "<f8", shape: [2 ** 52, 2 ** 52], order: "C", data: { b64: "" } };
	expect(() => parseValue(json)).toThrow(/0 bytes where dtype and shape need/);
});

test.each<[name: string, json: JsonValue, message: string]>([
	["no value", null, "value: an object is needed, found null"],
	["an unknown tag", { t: "complex" }, '"complex" is none of'],
	["an int with leading zeros", { t: "int", v: "01" }, "value.v"],
	["an f8 in upper case", { t: "f8", x: "000000000000F07F" }, "value.x"],
	["base64 with foreign characters", { t: "bytes", b64: "AA A=" }, "value.b64: data is not padded base64"],
	["base64 without padding", { t: "bytes", b64: "AAA" }, "value.b64: data is not padded base64"],
	["a ref to nothing", { t: "list", v: [{ t: "ref", id: 3 }] }, "value.v[0]: nothing has the id 3"],
	["an id given twice", { t: "list", id: 1, v: [{ t: "list", id: 1, v: [] }] }, "the id 1 is given twice"],
	["a negative extent", { dtype: "|u1", shape: [-1], order: "C", data: { b64: "" } }, "value.shape[0]"],
	["an order of another name", { dtype: "|u1", shape: [0], order: "A", data: { b64: "" } }, "value.order"],
	["objects as memory", { dtype: "|O", shape: [0], order: "C", data: { b64: "" } }, "value.data.items"],
	[
		"a pair of three",
		{ t: "dict", v: [[{ t: "none" }, { t: "none" }, { t: "none" }]] },
		"a key and a value are needed",
	],
	["a scalar with axes", { t: "scalar", v: { dtype: "|u1", shape: [1], order: "C", data: { hex: "00" } } }, "shape []"],
])("%s is refused", (_, json, message) => {
	expect(() => parseValue(json)).toThrow(message);
});

test("a mask is of booleans, which records have in each field", () => {
	const held = (dtype: JsonValue, hex: string): JsonValue => ({ dtype, shape: [1], order: "C", data: { hex } });
	const record = (type: string, itemsize: number): JsonValue => ({
		itemsize,
		align: false,
		fields: [{ name: "a", offset: 0, type, shape: [2] }],
	});
	const masked = (data: JsonValue, mask: JsonValue): JsonValue => ({ t: "masked", data, mask });
	const data = held(record("<i2", 4), "01000200");
	expect(parseValue(masked(data, held(record("|b1", 2), "0001"))).mask?.bytes).toEqual(Uint8Array.of(0, 1));
	expect(() => parseValue(masked(data, held(record("|u1", 2), "0001")))).toThrow("a mask is of booleans");
	expect(() => parseValue(masked(held("|u1", "01"), held("|O", "00")))).toThrow(/value\.mask/);
});

test("trees may be a thousand deep and no deeper", () => {
	const nested = (depth: number): JsonValue => {
		let json: JsonValue = { t: "none" };
		for (let level = 0; level < depth; level++) json = { t: "list", v: [json] };
		return json;
	};
	expect(parseValue(nested(1000)).tag).toBe("list");
	expect(() => parseValue(nested(1001))).toThrow("nested deeper than 1000");
});
