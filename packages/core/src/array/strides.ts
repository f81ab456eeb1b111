/** How elements follow each other: with the last axis fastest (`C`), or the first (`F`). */
export type Order = "C" | "F";

/**
 * Number of elements of a shape.
 *
 * @throws {RangeError} for an extent that is not a whole number from 0, or for more elements than a number can count.
 */
export function sizeOfShape(shape: readonly number[]): number {
	let size = 1;
	for (const extent of shape) {
		if (!Number.isSafeInteger(extent) || extent < 0) {
			throw new RangeError(`shape: expected whole numbers from 0, found [${shape.join(", ")}]`);
		}
		size *= extent;
	}
	// With a zero among them no product is too large, however large the others are.
	if (size > Number.MAX_SAFE_INTEGER && !shape.includes(0)) {
		throw new RangeError(`shape: expected at most 2^53 - 1 elements, found [${shape.join(", ")}]`);
	}
	return shape.includes(0) ? 0 : size;
}

/** Byte strides, one per axis, of elements that lie without gaps in that order. */
export function contiguousStrides(shape: readonly number[], itemsize: number, order: Order = "C"): number[] {
	if (order === "F") return contiguousStrides(shape.toReversed(), itemsize).toReversed();
	const strides: number[] = [];
	let stride = itemsize;
	for (const extent of shape.toReversed()) {
		strides.unshift(stride);
		stride *= extent;
	}
	return strides;
}

/** Whether elements lie without gaps in that order. As in NumPy, axes of one element and empty arrays do not count. */
export function isContiguous(
	shape: readonly number[],
	strides: readonly number[],
	itemsize: number,
	order: Order,
): boolean {
	if (order === "C") return contiguousFrom(shape, strides, itemsize) === 0;
	return contiguousFrom(shape.toReversed(), strides.toReversed(), itemsize) === 0;
}

/** The first axis from which on elements lie without gaps in C order: 0 if all do, the rank if only single ones do. */
export function contiguousFrom(shape: readonly number[], strides: readonly number[], itemsize: number): number {
	if (shape.includes(0)) return 0;
	let expected = itemsize;
	let axis = shape.length;
	for (; axis > 0; axis -= 1) {
		const extent = shape[axis - 1] ?? 1;
		if (extent !== 1 && strides[axis - 1] !== expected) break;
		expected *= extent;
	}
	return axis;
}

/** First and past-the-last byte of the elements, counted from the first element; strides may be negative. */
export function byteExtent(
	shape: readonly number[],
	strides: readonly number[],
	itemsize: number,
): readonly [low: number, high: number] {
	if (shape.includes(0)) return [0, 0];
	let [low, high] = [0, itemsize];
	for (const [axis, extent] of shape.entries()) {
		const reach = (strides[axis] ?? 0) * (extent - 1);
		if (reach < 0) low += reach;
		else high += reach;
	}
	return [low, high];
}
