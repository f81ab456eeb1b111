import { misfit } from "./expectation.js";

/** How elements follow each other: with the last axis fastest (`C`), or the first (`F`). */
export type Order = "C" | "F";

/** How elements lie: for every axis how many there are along it, and how many bytes one is from the next. */
export interface Axes {
	readonly shape: readonly number[];
	readonly strides: readonly number[];
}

/** Axes over elements of a size in bytes. */
export interface SizedAxes extends Axes {
	readonly dtype: { readonly itemsize: number };
}

/**
 * Number of elements of a shape.
 *
 * @throws {RangeError} for an extent that is not a whole number from 0, or for more elements than a number can count.
 */
export function sizeOfShape(shape: readonly number[]): number {
	// With a zero among them no product is too large, however large the others are.
	const size = shape.includes(0) ? 0 : shape.reduce(multiply, 1);
	if ([...shape, size].every((extent) => Number.isSafeInteger(extent) && extent >= 0)) return size;
	throw misfit("a shape of fewer than 2^53 elements", `[${shape.join(", ")}]`);
}

/** Byte strides, one per axis, of elements that lie without gaps in that order. */
export function contiguousStrides(shape: readonly number[], itemsize: number, order: Order = "C"): number[] {
	const fasterThan = (axis: number): readonly number[] =>
		order === "C" ? shape.slice(axis + 1) : shape.slice(0, axis);
	return shape.map((_, axis) => fasterThan(axis).reduce(multiply, itemsize));
}

function multiply(product: number, extent: number): number {
	return product * extent;
}

/** Whether elements lie without gaps in that order. As in NumPy, axes of one element and empty arrays do not count. */
export function isContiguous({ shape, strides, dtype }: SizedAxes, order: Order): boolean {
	const packed = contiguousStrides(shape, dtype.itemsize, order);
	return shape.includes(0) || shape.every((extent, axis) => extent === 1 || strides[axis] === packed[axis]);
}

/** The fewest axes that step through memory in the same way: evenly strided neighbours are one, and single elements none. */
export function mergeAxes({ shape, strides }: Axes): { shape: number[]; strides: number[] } {
	const merged: { shape: number[]; strides: number[] } = { shape: [], strides: [] };
	for (const [axis, extent] of shape.entries()) {
		if (extent === 1) continue;
		const stride = strides[axis] ?? 0;
		const isInner = merged.strides.at(-1) === extent * stride;
		if (isInner) merged.strides.pop();
		merged.strides.push(stride);
		merged.shape.push(extent * ((isInner ? merged.shape.pop() : undefined) ?? 1));
	}
	return merged;
}

/** First and past-the-last byte of the elements, counted from the first element; strides may be negative. */
export function byteExtent({ shape, strides, dtype }: SizedAxes): readonly [low: number, high: number] {
	if (shape.includes(0)) return [0, 0];
	let [low, high] = [0, dtype.itemsize];
	for (const [axis, extent] of shape.entries()) {
		const reach = (strides[axis] ?? 0) * (extent - 1);
		if (reach < 0) low += reach;
		else high += reach;
	}
	return [low, high];
}

/** The axes with the last one the fastest in that order: Fortran order is C order with the axes turned around. */
export function inOrder({ shape, strides }: Axes, order: Order): Axes {
	return order === "C" ? { shape, strides } : { shape: shape.toReversed(), strides: strides.toReversed() };
}
