import { fieldOf } from "../dtype/struct.js";
import type { DType, ScalarDType, StructDType, SubarrayDType } from "../dtype/types.js";
import type { Memory } from "./memory.js";
import type { NDArray } from "./nd-array.js";

/** One of two arrays that are walked together. */
export interface Side<D extends DType = DType> {
	readonly memory: Memory;
	readonly dtype: D;
}

/** Compares what lies at two byte offsets. */
export type Comparer = (atA: number, atB: number) => boolean;

export function isSameShape({ shape }: NDArray, other: NDArray): boolean {
	return shape.length === other.shape.length && shape.every((extent, axis) => extent === other.shape[axis]);
}

/**
 * Whether of two arrays of the same shape every pair of scalars, down through fields and subarrays, compares equal. Gaps between
 * fields are not looked at.
 *
 * @throws {TypeError} for dtypes of different structure.
 */
export function everyScalar(
	a: NDArray,
	b: NDArray,
	scalarComparer: (a: Side<ScalarDType>, b: Side<ScalarDType>) => Comparer,
): boolean {
	const isSame = comparerOf(sideOf(a), sideOf(b), scalarComparer);
	return compareBlocks(a.shape, 0, a.strides, a.byteOffset, b.strides, b.byteOffset, isSame);
}

function sideOf({ buffer, objects, dtype }: NDArray): Side {
	return { memory: { view: new DataView(buffer), objects }, dtype };
}

function compareBlocks(
	shape: readonly number[],
	axis: number,
	stridesA: readonly number[],
	atA: number,
	stridesB: readonly number[],
	atB: number,
	isSame: Comparer,
): boolean {
	const [extent, strideA = 0, strideB = 0] = [shape[axis], stridesA[axis], stridesB[axis]];
	if (extent === undefined) return isSame(atA, atB);
	for (let index = 0; index < extent; index += 1) {
		const [nextA, nextB] = [atA + index * strideA, atB + index * strideB];
		if (!compareBlocks(shape, axis + 1, stridesA, nextA, stridesB, nextB, isSame)) return false;
	}
	return true;
}

type ScalarComparer = (a: Side<ScalarDType>, b: Side<ScalarDType>) => Comparer;

function comparerOf({ memory: inA, dtype: a }: Side, { memory: inB, dtype: b }: Side, leaf: ScalarComparer): Comparer {
	if (a.tag === "scalar" && b.tag === "scalar") return leaf({ memory: inA, dtype: a }, { memory: inB, dtype: b });
	if (a.tag === "struct" && b.tag === "struct" && a.names.join("\0") === b.names.join("\0")) {
		return recordComparer({ memory: inA, dtype: a }, { memory: inB, dtype: b }, leaf);
	}
	if (a.tag === "subarray" && b.tag === "subarray" && a.shape.join() === b.shape.join()) {
		return subarrayComparer({ memory: inA, dtype: a }, { memory: inB, dtype: b }, leaf);
	}
	throw new TypeError("only structs with the same fields, of the same shapes, can be compared");
}

function recordComparer(a: Side<StructDType>, b: Side<StructDType>, leaf: ScalarComparer): Comparer {
	const fields = a.dtype.names.map((name) => {
		const [inA, inB] = [fieldOf(a.dtype, name), fieldOf(b.dtype, name)];
		const isSame = comparerOf({ ...a, dtype: inA.dtype }, { ...b, dtype: inB.dtype }, leaf);
		return { startA: inA.offset, startB: inB.offset, isSame };
	});
	return (atA, atB) => fields.every(({ startA, startB, isSame }) => isSame(atA + startA, atB + startB));
}

function subarrayComparer(a: Side<SubarrayDType>, b: Side<SubarrayDType>, leaf: ScalarComparer): Comparer {
	const [baseA, baseB] = [a.dtype.base, b.dtype.base];
	const isSame = comparerOf({ ...a, dtype: baseA }, { ...b, dtype: baseB }, leaf);
	const count = a.dtype.shape.reduce((size, extent) => size * extent, 1);
	return (atA, atB) => {
		for (let index = 0; index < count; index += 1) {
			if (!isSame(atA + index * baseA.itemsize, atB + index * baseB.itemsize)) return false;
		}
		return true;
	};
}
