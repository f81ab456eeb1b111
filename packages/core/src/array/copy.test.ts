import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dtype } from "../dtype/dtype.js";
import type { DTypeSpec } from "../dtype/spec.js";
import { bitsEqual } from "./bits-equal.js";
import { copy } from "./copy.js";
import { array } from "./create.js";
import { fromBuffer } from "./from-buffer.js";
import type { Range } from "./slice.js";

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const grid = array(
	[
		[1, 2, 3],
		[4, 5, 6],
	],
	{ dtype: "<i4" },
);

test("its own memory, without gaps, in the order asked for", () => {
	const strided = grid.slice(null, [null, null, 2]);
	const c = copy(strided);
	expect([c.order, c.strides, c.toList(), c.buffer === grid.buffer]).toEqual([
		"C",
		[8, 4],
		[
			[1, 3],
			[4, 6],
		],
		false,
	]);
	expect([copy(strided, { order: "F" }).order, copy(strided, { order: "F" }).toList()]).toEqual([
		"F",
		[
			[1, 3],
			[4, 6],
		],
	]);
	expect([copy(grid.transpose(), { order: "K" }).order, copy(grid, { order: "K" }).order]).toEqual(["F", "C"]);
	expect(copy(strided, { order: "K" }).order).toBe("C");
});

test("into memory of the caller's", () => {
	const out = new Uint8Array(30).subarray(3, 27);
	const a = copy(grid, { out });
	expect([a.buffer === out.buffer, a.byteOffset, a.toList()]).toEqual([true, 3, grid.toList()]);
	expect(() => copy(grid, { out: new Uint8Array(23) })).toThrow(RangeError);
	expect(() => copy(grid, { out: new Uint8Array(grid.buffer) })).toThrow("overlaps");
});

test("memory beside the source is no overlap", () => {
	const memory = new Uint8Array(8);
	const a = fromBuffer(memory.subarray(0, 4), { dtype: "u1" });
	expect(copy(a, { out: memory.subarray(4) }).byteOffset).toBe(4);
});

describe("a byte order turns every number around, and nothing else", () => {
	test.each<[DTypeSpec, string, string]>([
		["<i2", "0102", "0201"],
		["<u4", "01020304", "04030201"],
		["<f8", "0102030405060708", "0807060504030201"],
		["<c8", "0102030405060708", "0403020108070605"],
		["<c16", "0102030405060708090a0b0c0d0e0f10", "0807060504030201100f0e0d0c0b0a09"],
		["<f16", "0102030405060708090a0b0c0d0e0f10", "100f0e0d0c0b0a090807060504030201"],
		["<U2", "0102030405060708", "0403020108070605"],
		["<M8[s]", "0102030405060708", "0807060504030201"],
		["|u1", "01", "01"],
		["|S3", "010203", "010203"],
		["|V3", "010203", "010203"],
		[">i2", "0102", "0102"],
		[
			[
				["a", "<i2"],
				["b", ">i2"],
				["c", "|S2"],
			],
			"010203040506",
			"020103040506",
		],
		[{ names: ["a"], formats: ["<i2"], offsets: [1], itemsize: 4 }, "01020304", "01030204"],
		[
			[
				["m", "<i2", [2]],
				["n", [["x", "<u2"]], [2]],
			],
			"0102030405060708",
			"0201040306050807",
		],
		[[["m", ["<i2", [2]], 2]], "0102030405060708", "0201040306050807"],
	])("%j", (spec, before, after) => {
		const bytes = Uint8Array.from(before.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
		const source = fromBuffer(bytes, { dtype: spec });
		const swapped = copy(source, { byteOrder: ">" });
		expect(hexOf(swapped.toBytes())).toBe(after);
		expect(hexOf(source.toBytes())).toBe(before);
		expect(bitsEqual(source, swapped)).toBe(true);
	});

	test("in the dtype too", () => {
		expect(copy(grid, { byteOrder: ">" }).dtype).toEqual(dtype(">i4"));
	});

	test("overlapping fields are written one after the other, as NumPy does", () => {
		const source = fromBuffer(Uint8Array.of(1, 2, 3, 4), {
			dtype: { names: ["a", "b"], formats: ["<u4", "<u2"], offsets: [0, 0] },
		});
		expect([...copy(source, { byteOrder: ">" }).toBytes()]).toEqual([2, 1, 2, 1]);
	});
});

test("a signalling NaN of float32 stays one, in every layout", () => {
	const bits = Uint32Array.of(0x7f800001, 0xff812345, 0x7fc00000, 1);
	const a = fromBuffer(bits, { dtype: "<f4", shape: [2, 2] });
	const there = copy(a.transpose().slice([null, null, -1]), { byteOrder: ">", order: "F" });
	const back = copy(there, { byteOrder: "<" }).slice([null, null, -1]).transpose();
	expect(new Uint32Array(back.toBytes({ copy: true }).buffer)).toEqual(bits);
});

test("objects are shared, their list is not", () => {
	const a = array([{}, {}], { dtype: "O" });
	const b = copy(a);
	expect(b.get(1)).toBe(a.get(1));
	b.set(0, "other");
	expect(a.get(0)).not.toBe("other");
});

test("any strides, any item size: the copy is what indexing one by one gives", () => {
	const spec = fc.constantFrom("u1", "<u2", ">u4", "<u8", "<c16", "S3", "V5", ">U2", "i1,<i4,(2,)>i2");
	const extent = fc.integer({ min: 0, max: 4 });
	const range = fc.constantFrom<Range>([null], [null, null, -1], [1], [null, null, 2]);
	const axes = fc.constantFrom([0, 1, 2], [2, 1, 0], [1, 0, 2], [0, 2, 1], [2, 0, 1]);
	const orders = fc.constantFrom("C", "F", "K");
	fc.assert(
		fc.property(
			spec,
			fc.tuple(extent, extent, extent),
			fc.tuple(range, range, range),
			axes,
			orders,
			(dtype, shape, ranges, order3, order) => {
				const item = array([], { dtype }).dtype.itemsize;
				const bytes = Uint8Array.from(
					{ length: shape.reduce((a, b) => a * b, item) },
					(_, index) => (index * 37 + 1) % 256,
				);
				const source = fromBuffer(bytes, { dtype, shape })
					.slice(...ranges)
					.transpose(order3);
				const result = copy(source, { order });
				expect([result.shape, bitsEqual(result, source)]).toEqual([source.shape, true]);
				expect(result.toBytes()).toEqual(bytesOneByOne(source));
			},
		),
	);
});

function bytesOneByOne(source: ReturnType<typeof fromBuffer>): Uint8Array {
	if (source.shape.length === 0) {
		return new Uint8Array(source.buffer, source.byteOffset, source.dtype.itemsize);
	}
	const parts = Array.from({ length: source.shape[0] ?? 0 }, (_, index) => [...bytesOneByOne(source.slice(index))]);
	return Uint8Array.from(parts.flat());
}
