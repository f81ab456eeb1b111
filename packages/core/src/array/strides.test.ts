import { expect, test } from "vitest";
import { byteExtent, contiguousStrides, isContiguous, sizeOfShape } from "./strides.js";

test.each([
	[[], 1],
	[[3], 3],
	[[2, 3], 6],
	[[2, 0, 5], 0],
	[[0, 2 ** 40, 2 ** 40], 0],
	[[2 ** 26, 2 ** 26], 2 ** 52],
])("shape %j has %i elements", (shape, size) => {
	expect(sizeOfShape(shape)).toBe(size);
});

test.each([[[-1]], [[1.5]], [[Number.NaN]], [[2 ** 53]], [[2 ** 27, 2 ** 27]]])("shape %j is refused", (shape) => {
	expect(() => sizeOfShape(shape)).toThrow(RangeError);
});

test("C counts the last axis fastest, F the first", () => {
	expect(contiguousStrides([2, 3, 4], 8, "C")).toEqual([96, 32, 8]);
	expect(contiguousStrides([2, 3, 4], 8, "F")).toEqual([8, 16, 48]);
	expect(contiguousStrides([], 8, "C")).toEqual([]);
});

test("strides beyond 32 bits are exact", () => {
	expect(contiguousStrides([3, 2 ** 31, 5], 8, "C")).toEqual([5 * 8 * 2 ** 31, 40, 8]);
});

test.each([
	{ shape: [2, 3], strides: [12, 4], c: true, f: false },
	{ shape: [2, 3], strides: [4, 8], c: false, f: true },
	{ shape: [2, 3], strides: [24, 4], c: false, f: false },
	{ shape: [5, 1], strides: [4, 999], c: true, f: true },
	{ shape: [1, 5], strides: [999, 4], c: true, f: true },
	{ shape: [], strides: [], c: true, f: true },
	{ shape: [3], strides: [4], c: true, f: true },
	{ shape: [3], strides: [-4], c: false, f: false },
	{ shape: [3, 0], strides: [1, 2], c: true, f: true },
])("shape $shape with strides $strides of 4-byte items: C is $c, F is $f", ({ shape, strides, c, f }) => {
	expect((["C", "F"] as const).map((order) => isContiguous({ shape, strides, dtype: { itemsize: 4 } }, order))).toEqual(
		[c, f],
	);
});

test.each([
	{ shape: [2, 3], strides: [12, 4], extent: [0, 24] },
	{ shape: [2, 3], strides: [-12, 4], extent: [-12, 12] },
	{ shape: [4], strides: [0], extent: [0, 4] },
	{ shape: [], strides: [], extent: [0, 4] },
	{ shape: [0, 9], strides: [100, 100], extent: [0, 0] },
])("shape $shape with strides $strides reaches from $extent.0 to $extent.1", ({ shape, strides, extent }) => {
	expect(byteExtent({ shape, strides, dtype: { itemsize: 4 } })).toEqual(extent);
});
