import { describe, expect, test } from "vitest";
import { FormatError } from "../format-error.js";
import { fromBuffer, type FromBufferOptions } from "./from-buffer.js";

const bytes = Uint8Array.of(1, 0, 2, 0, 3, 0, 4, 0);

test("one axis over all of the bytes, and a view of them", () => {
	const a = fromBuffer(bytes, { dtype: "<u2" });
	expect([a.shape, a.toList(), a.buffer === bytes.buffer]).toEqual([[4], [1, 2, 3, 4], true]);
});

test("a shape, in either order", () => {
	expect(fromBuffer(bytes, { dtype: "<u2", shape: [2, 2] }).toList()).toEqual([
		[1, 2],
		[3, 4],
	]);
	expect(fromBuffer(bytes, { dtype: "<u2", shape: [2, 2], order: "F" }).toList()).toEqual([
		[1, 3],
		[2, 4],
	]);
	expect(fromBuffer(bytes, { dtype: "<u2", shape: [] }).get()).toBe(1);
});

test("a count and an offset, as in numpy.frombuffer", () => {
	expect(fromBuffer(bytes, { dtype: ">u2", offset: 1, count: 2 }).toList()).toEqual([2, 3]);
	expect(fromBuffer(bytes, { dtype: "<u2", offset: 8 }).toList()).toEqual([]);
});

test("the bytes of a view that begins anywhere in its memory", () => {
	const memory = new Uint8Array(16);
	memory.set(bytes, 3);
	expect(fromBuffer(memory.subarray(3, 11), { dtype: "<u2" }).toList()).toEqual([1, 2, 3, 4]);
	expect(fromBuffer(new DataView(memory.buffer, 3, 8), { dtype: "<u2" }).toList()).toEqual([1, 2, 3, 4]);
	expect(() => fromBuffer(memory.subarray(3, 11), { dtype: "<u2", count: 5 })).toThrow(FormatError);
});

test("an ArrayBuffer, and one that is shared", () => {
	expect(fromBuffer(bytes.buffer, { dtype: "<u2" }).size).toBe(4);
	expect(fromBuffer(new SharedArrayBuffer(4), { dtype: "<f4" }).get(0)).toBe(0);
});

test("a subarray dtype appends its axes", () => {
	expect(fromBuffer(bytes, { dtype: "(2,)<u2" }).toList()).toEqual([
		[1, 2],
		[3, 4],
	]);
	expect(fromBuffer(bytes, { dtype: "(2,)<u2", shape: [2], order: "F" }).toList()).toEqual([
		[1, 2],
		[3, 4],
	]);
});

test("elements of no bytes need a shape", () => {
	expect(fromBuffer(new Uint8Array(0), { dtype: "V0", shape: [3] }).toList()).toEqual(
		[[], [], []].map(() => new Uint8Array(0)),
	);
	expect(() => fromBuffer(bytes, { dtype: "S0" })).toThrow(TypeError);
});

describe("bytes that do not suit are refused", () => {
	test.each<[FromBufferOptions, string]>([
		[{ dtype: "<u4", offset: 1 }, "bad-length"],
		[{ dtype: "<u2", count: 5 }, "truncated"],
		[{ dtype: "<u2", shape: [3, 2] }, "truncated"],
		[{ dtype: "<u2", shape: [2 ** 50] }, "truncated"],
		[{ dtype: "O" }, "unsafe-object"],
		[{ dtype: [["a", "O"]] }, "unsafe-object"],
		[{ dtype: "f3" }, "bad-dtype"],
	])("%j with %s", (options, code) => {
		expect(() => fromBuffer(bytes, options)).toThrow(expect.objectContaining({ name: "FormatError", code }));
	});

	test.each([
		{ dtype: "u1", offset: 9 },
		{ dtype: "u1", offset: -1 },
		{ dtype: "u1", offset: 0.5 },
		{ dtype: "u1", count: -1 },
		{ dtype: "u1", shape: [2], count: 3 },
		{ dtype: "u1", shape: [2 ** 53] },
	])("%j is a wrong argument", (options) => {
		expect(() => fromBuffer(bytes, options)).toThrow(RangeError);
	});
});
