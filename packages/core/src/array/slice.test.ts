import { describe, expect, test } from "vitest";
import { resolveIndex, sliceAxis, type Range } from "./slice.js";

/** Indices that Python's `range(extent)[start:stop:step]` holds. */
describe("a range of an axis of 5 elements", () => {
	test.each<[Range, number[]]>([
		[null, [0, 1, 2, 3, 4]],
		[[null], [0, 1, 2, 3, 4]],
		[[1], [1, 2, 3, 4]],
		[
			[1, 3],
			[1, 2],
		],
		[
			[null, null, 2],
			[0, 2, 4],
		],
		[
			[null, null, -1],
			[4, 3, 2, 1, 0],
		],
		[
			[null, null, -2],
			[4, 2, 0],
		],
		[
			[-2, null],
			[3, 4],
		],
		[
			[-99, 99],
			[0, 1, 2, 3, 4],
		],
		[
			[99, -99, -2],
			[4, 2, 0],
		],
		[[3, 1], []],
		[[1, 3, -1], []],
		[
			[3, 1, -1],
			[3, 2],
		],
		[[5], []],
		[[1, 4, 100], [1]],
	])("%j holds %j", (range, indices) => {
		const { start, kept } = sliceAxis(range, 5, 0);
		expect(Array.from({ length: kept?.extent ?? 0 }, (_, index) => start + index * (kept?.step ?? 0))).toEqual(indices);
	});
});

test("an index drops the axis", () => {
	expect(sliceAxis(-1, 5, 0)).toEqual({ start: 4 });
});

test.each<Range>([[0, 1, 0], [0.5], [0, Number.NaN], 5, -6, 1.5])("%j is refused", (range) => {
	expect(() => sliceAxis(range, 5, 0)).toThrow(RangeError);
});

test.each([
	[0, 0],
	[4, 4],
	[-1, 4],
	[-5, 0],
])("index %i of 5 is %i", (index, resolved) => {
	expect(resolveIndex(index, 5, 0)).toBe(resolved);
});

test.each([5, -6, 0.5, Number.NaN])("index %d of 5 is refused", (index) => {
	expect(() => resolveIndex(index, 5, 2)).toThrow("axis 2");
});
