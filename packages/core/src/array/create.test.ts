import { expect, test } from "vitest";
import { FormatError } from "../format-error.js";
import { array, zeros } from "./create.js";

test("zeros are zero in every dtype", () => {
	expect(zeros([2], { dtype: "<f8" }).toList()).toEqual([0, 0]);
	expect(zeros([1], { dtype: "U3" }).toList()).toEqual([""]);
	expect(zeros([2], { dtype: "O" }).toList()).toEqual([null, null]);
	expect(zeros([], { dtype: [["a", "i8"]] }).get()).toEqual({ a: 0n });
});

test("an order lays the elements out, and changes none", () => {
	const a = array(
		[
			[1, 2, 3],
			[4, 5, 6],
		],
		{ dtype: "u1", order: "F" },
	);
	expect([a.order, [...new Uint8Array(a.buffer)], a.toList()]).toEqual([
		"F",
		[1, 4, 2, 5, 3, 6],
		[
			[1, 2, 3],
			[4, 5, 6],
		],
	]);
	expect(zeros([2, 3], { dtype: "u1", order: "F" }).strides).toEqual([1, 2]);
});

test("a subarray dtype appends its axes", () => {
	expect(zeros([2], { dtype: "(3,4)i2" }).shape).toEqual([2, 3, 4]);
	expect(zeros([2], { dtype: "(3,4)i2", order: "F" }).strides).toEqual([24, 8, 2]);
	const a = array(
		[
			[1, 2],
			[3, 4],
			[5, 6],
		],
		{ dtype: "(2,)u1" },
	);
	expect([a.shape, a.toList()]).toEqual([
		[3, 2],
		[
			[1, 2],
			[3, 4],
			[5, 6],
		],
	]);
});

test("lists may be typed arrays; bytes are a list for numbers and one value for bytes", () => {
	expect(array(Float32Array.of(1, 2), { dtype: ">f8" }).toList()).toEqual([1, 2]);
	expect(array(Uint8Array.of(1, 2), { dtype: "<i4" }).toList()).toEqual([1, 2]);
	expect(array([BigInt64Array.of(1n), BigInt64Array.of(2n)], { dtype: "i8" }).shape).toEqual([2, 1]);
	expect(array(Uint8Array.of(1, 2), { dtype: "S2" }).shape).toEqual([]);
	expect(array([Uint8Array.of(1, 2)], { dtype: "S2" }).shape).toEqual([1]);
});

test("empty lists make axes of no elements", () => {
	expect(array([], { dtype: "f8" }).shape).toEqual([0]);
	expect(array([[], []], { dtype: "f8" }).shape).toEqual([2, 0]);
});

test.each([[[[1, 2], [3]]], [[[1], [2, 3]]], [[[], [1]]]])("ragged lists are refused: %j", (values) => {
	expect(() => array(values, { dtype: "u1" })).toThrow(RangeError);
});

test.each([[[1, [2]]], [[[1], 2]]])("lists beside values are refused: %j", (values) => {
	expect(() => array(values, { dtype: "u1" })).toThrow(TypeError);
});

test("a dtype that NumPy refuses is a FormatError", () => {
	expect(() => zeros([1], { dtype: "i3" })).toThrow(FormatError);
});
