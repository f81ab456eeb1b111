import { describe, expect, test } from "vitest";
import { dtype } from "../dtype/dtype.js";
import { FormatError } from "../format-error.js";
import { array, zeros } from "./create.js";
import { fromBuffer } from "./from-buffer.js";
import { NDArray } from "./nd-array.js";

const grid = (spec = "<i4", order: "C" | "F" = "C") =>
	array(
		[
			[1, 2, 3],
			[4, 5, 6],
		],
		{ dtype: spec, order },
	);

describe("what an array is", () => {
	test("shape, byte strides, size and bytes", () => {
		const a = grid("<i2", "F");
		expect({ shape: a.shape, strides: a.strides, size: a.size, nbytes: a.nbytes, order: a.order }).toEqual({
			shape: [2, 3],
			strides: [2, 4],
			size: 6,
			nbytes: 12,
			order: "F",
		});
	});

	test("an array without axes has one element", () => {
		const a = array(7, { dtype: "|u1" });
		expect([a.shape, a.size, a.order, a.get(), a.toList()]).toEqual([[], 1, "C", 7, 7]);
	});

	test("an array without elements is contiguous, and an empty list", () => {
		const a = zeros([2, 0, 3], { dtype: ">f8" });
		expect([a.size, a.order, a.toList(), a.toBytes().length]).toEqual([0, "C", [[], []], 0]);
	});

	test("its parts are its own: changing the lists it was made of changes nothing", () => {
		const shape = [2];
		const a = zeros(shape, { dtype: "u1" });
		shape[0] = 9;
		expect(a.shape).toEqual([2]);
	});

	test.each([
		{ shape: [3], strides: [4], byteOffset: 0 },
		{ shape: [2], strides: [-4], byteOffset: 0 },
		{ shape: [2], strides: [4], byteOffset: 1 },
		{ shape: [1], strides: [4], byteOffset: -1 },
		{ shape: [1], strides: [4], byteOffset: Number.NaN },
		{ shape: [2, 2], strides: [4], byteOffset: 0 },
		{ shape: [-1], strides: [4], byteOffset: 0 },
	])("elements outside the 8 bytes of memory are refused: %j", (parts) => {
		expect(() => new NDArray({ dtype: dtype("<i4"), buffer: new ArrayBuffer(8), ...parts })).toThrow(RangeError);
	});

	test("a subarray dtype is refused: its axes belong in the shape", () => {
		expect(() => new NDArray({ dtype: dtype("(2,)i4"), shape: [1], buffer: new ArrayBuffer(8) })).toThrow(TypeError);
	});
});

describe("elements", () => {
	test("an index per axis, negative ones from the end", () => {
		expect([grid().get(0, 0), grid().get(1, -1), grid().get(-2, 1)]).toEqual([1, 6, 2]);
	});

	test.each([[[]], [[0]], [[0, 0, 0]], [[2, 0]], [[0, 3]], [[-3, 0]], [[0.5, 0]]])(
		"the index %j is refused",
		(index) => {
			expect(() => grid().get(...index)).toThrow(RangeError);
		},
	);

	test("what is set is what is got, in the memory underneath", () => {
		const bytes = new Uint8Array(8);
		const a = fromBuffer(bytes, { dtype: ">i4" });
		a.set(-1, -2);
		expect([a.get(1), [...bytes]]).toEqual([-2, [0, 0, 0, 0, 255, 255, 255, 254]]);
	});

	test("an element beyond 4 GiB is found", () => {
		const buffer = new ArrayBuffer(2 ** 32 + 16);
		new DataView(buffer).setInt32(2 ** 32 + 12, 42, true);
		const a = fromBuffer(buffer, { dtype: "<i4" });
		expect([a.size, a.get(-1), a.slice([null, null, -(2 ** 30)]).get(0), a.get(0)]).toEqual([2 ** 30 + 4, 42, 42, 0]);
		expect(a.slice([-3, null, 2]).toList()).toEqual([0, 42]);
	});
});

describe("views share memory", () => {
	test("a slice", () => {
		const a = grid();
		const view = a.slice(1, [null, null, -2]);
		view.set(0, 60);
		expect([view.shape, view.strides, view.toList(), a.get(1, 2)]).toEqual([[2], [-8], [60, 4], 60]);
	});

	test("a slice of fewer axes leaves the others whole; of more is refused", () => {
		expect(grid().slice(0).toList()).toEqual([1, 2, 3]);
		expect(grid().slice().toList()).toEqual([
			[1, 2, 3],
			[4, 5, 6],
		]);
		expect(() => grid().slice(0, 0, 0)).toThrow(RangeError);
	});

	test("an empty slice at the end of memory is no error", () => {
		expect(grid().slice([2]).shape).toEqual([0, 3]);
		expect(grid().slice([2]).toBytes()).toEqual(new Uint8Array(0));
	});

	test("a transpose", () => {
		const a = grid();
		a.transpose().set(2, 0, 30);
		expect([a.get(0, 2), a.transpose().order, a.transpose([1, 0]).shape, a.transpose([-1, 0]).shape]).toEqual([
			30,
			"F",
			[3, 2],
			[3, 2],
		]);
	});

	test.each([[[0]], [[0, 0]], [[0, 2]], [[0, 1, 2]], [[0.5, 1]]])("axes %j are no order of two axes", (axes) => {
		expect(() => grid().transpose(axes)).toThrow(RangeError);
	});

	test("a field of packed records of 13 bytes", () => {
		const a = zeros([3], {
			dtype: [
				["id", "<i4"],
				["value", "<f8"],
				["flag", "?"],
			],
		});
		const value = a.field("value");
		value.set(1, 2.5);
		expect([a.nbytes, value.strides, value.byteOffset, value.toList()]).toEqual([39, [13], 4, [0, 2.5, 0]]);
		expect(a.get(1)).toEqual({ id: 0, value: 2.5, flag: false });
	});

	test("a subarray field gives its axes to the array, nested ones too", () => {
		const a = zeros([2], {
			dtype: [
				["m", ["<i2", [2, 3]]],
				["n", ["<i2", [2]], 3],
			],
		});
		expect([a.field("m").shape, a.field("m").strides]).toEqual([
			[2, 2, 3],
			[24, 6, 2],
		]);
		expect([a.field("n").shape, a.field("n").byteOffset]).toEqual([[2, 3, 2], 12]);
	});

	test("a field is found by its title as well, as in NumPy; no other name is", () => {
		const a: NDArray = zeros([1], { dtype: [[["Identity", "id"], "u1"]] });
		expect(a.field("Identity").dtype).toEqual(dtype("u1"));
		expect(() => a.field("toString")).toThrow("expected a field of [id], found toString");
		expect(() => a.field("id").field("x")).toThrow(TypeError);
	});

	test("reshape is a view where the strides allow it, else a copy", () => {
		const a = grid();
		expect(a.reshape([3, -1]).buffer).toBe(a.buffer);
		expect(a.reshape([6], { order: "F" }).toList()).toEqual([1, 4, 2, 5, 3, 6]);
		expect(a.transpose().reshape([6]).buffer).not.toBe(a.buffer);
		expect(a.transpose().reshape([6]).toList()).toEqual([1, 4, 2, 5, 3, 6]);
		expect(() => a.reshape([4])).toThrow(RangeError);
	});
});

describe("toBytes is ndarray.tobytes", () => {
	test.each([
		["C", "F", [0, 1, 2, 3, 4, 5]],
		["F", "F", [0, 3, 1, 4, 2, 5]],
		["A", "F", [0, 3, 1, 4, 2, 5]],
		["C", "C", [0, 1, 2, 3, 4, 5]],
		["F", "C", [0, 3, 1, 4, 2, 5]],
		["A", "C", [0, 1, 2, 3, 4, 5]],
	] as const)("order %s of u1 [[0, 1, 2], [3, 4, 5]] held in %s order", (order, held, bytes) => {
		const a = array(
			[
				[0, 1, 2],
				[3, 4, 5],
			],
			{ dtype: "u1", order: held },
		);
		expect([...a.toBytes({ order })]).toEqual(bytes);
	});

	test("a view of contiguous memory, a copy on request", () => {
		const bytes = Uint8Array.of(9, 1, 2);
		const a = fromBuffer(bytes, { dtype: "u1", offset: 1 });
		expect([a.toBytes().buffer === bytes.buffer, a.toBytes().byteOffset]).toEqual([true, 1]);
		expect(a.toBytes({ copy: true }).buffer).not.toBe(bytes.buffer);
	});

	test("objects have no bytes", () => {
		expect(() => zeros([1], { dtype: "O" }).toBytes()).toThrow(FormatError);
	});
});

test("object arrays show their objects through every view, None for a slot of zero", () => {
	const a = zeros([2], {
		dtype: [
			["n", "<i4"],
			["o", "O"],
		],
	});
	const object = { any: "thing" };
	a.set(1, { n: 5, o: object });
	expect(a.field("o").toList()).toEqual([null, object]);
	expect(a.slice([null, null, -1]).field("o").get(0)).toBe(object);
	a.field("o").set(1, null);
	expect(a.get(1)).toEqual({ n: 5, o: null });
});
