import * as fc from "fast-check";
import { expect, test } from "vitest";
import { array } from "./create.js";
import { resolveShape, stridesForShape } from "./reshape.js";

test.each([
	[[6], 6, [6]],
	[[-1], 6, [6]],
	[[2, -1], 6, [2, 3]],
	[[], 1, []],
])("%j for %i elements is %j", (shape, size, resolved) => {
	expect(resolveShape(shape, size)).toEqual(resolved);
});

test.each([
	[[-1, 0], 0],
	[[0, -1, 2], 0],
	[[4], 6],
	[[-1, 4], 6],
	[[-1, -1], 6],
	[[-2], 6],
])("%j for %i elements is refused", (shape, size) => {
	expect(() => resolveShape(shape, size)).toThrow(RangeError);
});

/** NumPy: np.shares_memory(a, a.reshape(shape)), and the strides of that view. */
test.each([
	{ from: [[6], [4]], to: [2, 3], order: "C", strides: [12, 4] },
	{ from: [[6], [4]], to: [2, 3], order: "F", strides: [4, 8] },
	{ from: [[6], [-4]], to: [2, 3], order: "C", strides: [-12, -4] },
	{
		from: [
			[2, 3],
			[4, 8],
		],
		to: [6],
		order: "C",
		strides: undefined,
	},
	{
		from: [
			[2, 3],
			[4, 8],
		],
		to: [6],
		order: "F",
		strides: [4],
	},
	{
		from: [
			[2, 3],
			[24, 8],
		],
		to: [6],
		order: "C",
		strides: [8],
	},
	{
		from: [
			[2, 3],
			[100, 8],
		],
		to: [6],
		order: "C",
		strides: undefined,
	},
	{
		from: [
			[2, 6],
			[100, 8],
		],
		to: [2, 2, 3],
		order: "C",
		strides: [100, 24, 8],
	},
	{
		from: [
			[2, 6],
			[100, 8],
		],
		to: [2, 1, 2, 3, 1],
		order: "C",
		strides: [100, 48, 24, 8, 8],
	},
	{ from: [[4], [0]], to: [2, 2], order: "C", strides: [0, 0] },
] as const)(
	"$from reshaped to $to in $order order has strides $strides",
	({ from: [shape, strides], to, order, ...wanted }) => {
		expect(
			stridesForShape({ shape, strides, dtype: { itemsize: 4 } }, to, order)?.map((stride, axis) =>
				to[axis] === 1 ? null : stride,
			),
		).toEqual(wanted.strides?.map((stride, axis) => (to[axis] === 1 ? null : stride)));
	},
);

test("whether view or copy, the elements are the same in the order asked for", () => {
	const shapes = fc.constantFrom([24], [2, 12], [12, 2], [2, 3, 4], [4, 1, 6], [1, 24, 1], [2, 2, 2, 3]);
	const ranges = fc.constantFrom([null, null, 1], [null, null, -1], [null, null, 2]) as fc.Arbitrary<
		[null, null, number]
	>;
	fc.assert(
		fc.property(
			shapes,
			shapes,
			ranges,
			fc.boolean(),
			fc.constantFrom("C", "F"),
			(from, to, range, isTransposed, order) => {
				const big = array(
					Array.from({ length: 48 }, (_, index) => index),
					{ dtype: "<i2" },
				)
					.slice(range)
					.slice([0, 24]);
				const whole = big.reshape(from);
				const source = isTransposed ? whole.transpose() : whole;
				const result = source.reshape(to, { order });
				expect(result.toBytes({ order })).toEqual(source.toBytes({ order }));
				expect(result.shape).toEqual(to);
			},
		),
	);
});
