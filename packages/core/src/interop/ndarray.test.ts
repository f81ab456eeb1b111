import ndarray from "ndarray";
import { expect, test } from "vitest";
import { dtype } from "../dtype/dtype.js";
import { NDArray } from "../array/nd-array.js";
import { fromBuffer } from "../array/from-buffer.js";
import { trickyFloats } from "../testing/tricky-floats.js";

const { BYTES_PER_ELEMENT: itemsize } = Float64Array;

/** The package's strides and offset count elements of its data. */
function toNdarray({ buffer, byteOffset, shape, strides }: NDArray): ndarray.NdArray<Float64Array> {
	const steps = strides.map((stride) => stride / itemsize);
	return ndarray(new Float64Array(buffer), [...shape], steps, byteOffset / itemsize);
}

function fromNdarray({ data, shape, stride, offset }: ndarray.NdArray<Float64Array>): NDArray {
	const strides = stride.map((step) => step * itemsize);
	const byteOffset = data.byteOffset + offset * itemsize;
	return new NDArray({ dtype: dtype("<f8"), shape, strides, buffer: data.buffer, byteOffset });
}

const matrix = fromBuffer(trickyFloats(), { dtype: "<f8", shape: [2, 3] });

test.each([
	{ layout: "C order", array: matrix },
	{ layout: "Fortran order", array: matrix.transpose() },
	{ layout: "reversed and strided", array: matrix.slice([null, null, -1], [null, null, -2]) },
	{ layout: "a column", array: matrix.slice(null, 1) },
])("$layout goes to ndarray and back as views of the same memory, bit for bit", ({ array }) => {
	const there = toNdarray(array);
	expect(there.data.buffer).toBe(array.buffer);
	expect(there.shape).toEqual(array.shape);
	const back = fromNdarray(there);
	expect(back.buffer).toBe(array.buffer);
	expect(back.toBytes()).toEqual(array.toBytes());
});

test("an ndarray that was transposed and stepped backwards is the same elements here", () => {
	const theirs = ndarray(new Float64Array([1, 2, 3, 4, 5, 6]), [2, 3])
		.transpose(1, 0)
		.step(-2, 1);
	expect(theirs.get(0, 1)).toBe(6);
	expect(fromNdarray(theirs).toList()).toEqual([
		[3, 6],
		[1, 4],
	]);
});

test("what ndarray writes, the array reads", () => {
	const memory = fromBuffer(new Float64Array(4), { dtype: "<f8", shape: [2, 2] });
	toNdarray(memory).set(1, 0, 7);
	expect(memory.get(1, 0)).toBe(7);
});
