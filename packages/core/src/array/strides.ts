/** How elements follow each other: with the last axis fastest (`C`), or the first (`F`). */
export type Order = "C" | "F";

/** How elements lie: for every axis how many there are along it, and how many bytes one is from the next. */
export interface Axes {
	readonly shape: readonly number[];
	readonly strides: readonly number[];
}

/**
 * Number of elements of a shape.
 *
 * @throws {RangeError} for an extent that is not a whole number from 0, or for more elements than a number can count.
 */
export function sizeOfShape(shape: readonly number[]): number {
	// With a zero among them no product is too large, however large the others are.
	const size = shape.includes(0) ? 0 : shape.reduce((product, extent) => product * extent, 1);
	if (![...shape, size].every((extent) => Number.isSafeInteger(extent) && extent >= 0)) {
		throw new RangeError(`shape: expected sizes from 0, and fewer than 2^53 elements, found [${shape.join(", ")}]`);
	}
	return size;
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
	if (order === "F") return isContiguous(shape.toReversed(), strides.toReversed(), itemsize, "C");
	const [stride = itemsize, ...others] = mergeAxes({ shape, strides }).strides;
	return shape.includes(0) || (stride === itemsize && others.length === 0);
}

/** The fewest axes that step through memory in the same way: evenly strided neighbours are one, and single elements none. */
export function mergeAxes({ shape, strides }: Axes): { shape: number[]; strides: number[] } {
	const merged: { shape: number[]; strides: number[] } = { shape: [], strides: [] };
	for (const [axis, extent] of shape.entries()) {
		if (extent === 1) continue;
		const stride = strides[axis] ?? 0;
		const isInner = merged.strides.at(-1) === extent * stride;
		if (isInner) merged.strides.pop();
		merged.shape.push(extent * ((isInner ? merged.shape.pop() : undefined) ?? 1));
		merged.strides.push(stride);
	}
	return merged;
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
