import { beforeAll, describe, expect, test } from "vitest";
import { dtype } from "../dtype/dtype.js";
import { astype } from "./astype/astype.js";
import { bitsEqual } from "./bits-equal.js";
import { byteswap } from "./byteswap.js";
import { copy } from "./copy.js";
import { fromBuffer } from "./from-buffer.js";
import { NDArray } from "./nd-array.js";

const beyond = 2 ** 32;

/** Pages that nobody touches take no memory: the platform commits them when they are first written. */
describe("memory of 4 GiB and more", () => {
	let memory: Uint8Array<ArrayBuffer>;
	beforeAll(() => {
		memory = new Uint8Array(beyond + 64);
		new DataView(memory.buffer).setFloat64(beyond, 1.5, true);
		new DataView(memory.buffer).setFloat64(beyond + 8, -2.25, true);
		new DataView(memory.buffer).setUint16(beyond + 16, 0x3c00, true);
	});

	test("is indexed to its end", () => {
		const a = fromBuffer(memory, { dtype: "<f8" });
		expect([a.size, a.nbytes, a.get(2 ** 29), a.get(-7)]).toEqual([2 ** 29 + 8, beyond + 64, 1.5, -2.25]);
		a.set(-1, 7);
		expect([a.get(2 ** 29 + 7), memory.at(-1)]).toEqual([7, 0x40]);
		expect(() => a.get(2 ** 29 + 8)).toThrow(RangeError);
	});

	test("is sliced, reshaped and transposed, and its views copied, swapped and converted", () => {
		const a = fromBuffer(memory, { dtype: "<f8" });
		const tail = a.slice([2 ** 29, 2 ** 29 + 2]);
		expect(tail.byteOffset).toBe(beyond);
		const grid = a
			.reshape([2 ** 26 + 1, 8])
			.slice([2 ** 26, null], [0, 2])
			.transpose();
		expect([grid.shape, grid.strides, grid.toList()]).toEqual([
			[2, 1],
			[8, 64],
			[[1.5], [-2.25]],
		]);
		for (const view of [tail, tail.slice([null, null, -1]), grid]) {
			expect(copy(view).toTypedArray().toSorted()).toEqual(Float64Array.of(-2.25, 1.5));
			expect(copy(view, { byteOrder: ">" }).toTypedArray().toSorted()).toEqual(Float64Array.of(-2.25, 1.5));
			expect(bitsEqual(byteswap(byteswap(view)), copy(view))).toBe(true);
			expect(astype(view, "<f4").toTypedArray().toSorted()).toEqual(Float32Array.of(-2.25, 1.5));
		}
		expect(tail.slice([null, null, -1]).toBytes()).toEqual(copy(tail.slice([null, null, -1])).toBytes());
		expect(fromBuffer(memory, { dtype: "<f2", offset: beyond + 16, count: 1 }).toTypedArray()).toEqual(
			Float32Array.of(1),
		);
	});

	test("takes strides that span it", () => {
		const a = new NDArray({ dtype: dtype("<f8"), shape: [2, 2], strides: [beyond, 8], buffer: memory.buffer });
		expect(a.toList()).toEqual([
			[0, 0],
			[1.5, -2.25],
		]);
		expect([...copy(a).toTypedArray()]).toEqual([0, 0, 1.5, -2.25]);
		expect([...copy(a, { order: "F" }).toBytes({ order: "F" })]).toEqual([...copy(a.transpose()).toBytes()]);
		expect(a.slice([null, null, -1], 1).toList()).toEqual([-2.25, 0]);
	});

	test("is written to as `out` of a copy", () => {
		const source = fromBuffer(Float64Array.of(3, 4, 5, 6), { dtype: "<f8", shape: [2, 2] }).transpose();
		copy(source, { out: memory.subarray(beyond + 24, beyond + 56) });
		expect(fromBuffer(memory, { dtype: "<f8", offset: beyond + 24, count: 4 }).toList()).toEqual([3, 5, 4, 6]);
	});
});
