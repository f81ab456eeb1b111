import { describe, expect, test } from "vitest";
import { array, zeros } from "./create.js";
import { fromBuffer } from "./from-buffer.js";

test.each([
	["?", [true, false], Uint8Array.of(1, 0)],
	["i1", [-1], Int8Array.of(-1)],
	["u1", [255], Uint8Array.of(255)],
	["<i2", [-1], Int16Array.of(-1)],
	[">u2", [65535], Uint16Array.of(65535)],
	[">i4", [-1], Int32Array.of(-1)],
	["<u4", [1], Uint32Array.of(1)],
	[">i8", [-1n], BigInt64Array.of(-1n)],
	["<u8", [2n ** 64n - 1n], BigUint64Array.of(2n ** 64n - 1n)],
	["<f2", [0.5, -0], Float32Array.of(0.5, -0)],
	[">f2", [0.5], Float32Array.of(0.5)],
	[">f4", [0.5], Float32Array.of(0.5)],
	["<f8", [0.1], Float64Array.of(0.1)],
	[">c8", [{ re: 1, im: 2 }], Float32Array.of(1, 2)],
	["<c16", [{ re: 1, im: 2 }], Float64Array.of(1, 2)],
	["<M8[s]", [5n], BigInt64Array.of(5n)],
	[">m8", [5n], BigInt64Array.of(5n)],
])("%s becomes a typed array of its kind", (dtype, values, typed) => {
	expect(array(values, { dtype }).toTypedArray()).toEqual(typed);
});

describe("a view or a copy", () => {
	const native = fromBuffer(Float64Array.of(1, 2, 3, 4), { dtype: "<f8", shape: [2, 2] });

	test("aligned memory in C order and native byte order is viewed, and copied on request", () => {
		expect(native.toTypedArray().buffer).toBe(native.buffer);
		expect(native.slice(1).toTypedArray().byteOffset).toBe(16);
		expect(native.toTypedArray({ copy: true }).buffer).not.toBe(native.buffer);
	});

	test("anything else is copied, in C order", () => {
		expect(native.transpose().toTypedArray()).toEqual(Float64Array.of(1, 3, 2, 4));
		const misaligned = fromBuffer(new Uint8Array(17), { dtype: "<f8", offset: 1 });
		expect(misaligned.toTypedArray()).toEqual(Float64Array.of(0, 0));
		expect(native.slice(null, [null, null, -1]).toTypedArray()).toEqual(Float64Array.of(2, 1, 4, 3));
	});

	test("complex numbers need the alignment of one part only", () => {
		const a = fromBuffer(new Float64Array(3), { dtype: "<c16", offset: 8 });
		expect(a.toTypedArray().byteOffset).toBe(8);
	});
});

test("float16 NaNs keep their payload, and whether they signal", () => {
	const widened = fromBuffer(Uint16Array.of(0x7c01, 0xfdff), { dtype: "<f2" }).toTypedArray();
	expect([...new Uint32Array(widened.buffer)]).toEqual([0x7f802000, 0xffbfe000]);
});

test.each(["S3", "U3", "V3", "f16", "c32", "O", "i4,f8"])("no typed array holds %s", (dtype) => {
	expect(() => zeros([2], { dtype }).toTypedArray()).toThrow(TypeError);
});
