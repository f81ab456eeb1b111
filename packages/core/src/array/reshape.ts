import { contiguousStrides, mergeAxes, sizeOfShape, type Order } from "./strides.js";

/**
 * A shape in which one extent may be -1, to be what is left over.
 *
 * @throws {RangeError} if it does not hold `size` elements.
 */
export function resolveShape(shape: readonly number[], size: number): number[] {
	const open = shape.indexOf(-1);
	const resolved = open === -1 ? [...shape] : shape.with(open, size / sizeOfShape(shape.toSpliced(open, 1)));
	if (sizeOfShape(resolved) === size) return resolved;
	throw new RangeError(`reshape: expected a shape of ${size} elements, found [${shape.join(", ")}]`);
}

/**
 * Strides under which the same memory has another shape, elements being counted in `order`; undefined where there are
 * none and a copy is needed, as NumPy's `_attempt_nocopy_reshape` finds them.
 */
export function stridesForShape(
	oldShape: readonly number[],
	oldStrides: readonly number[],
	shape: readonly number[],
	itemsize: number,
	order: Order,
): number[] | undefined {
	if (order === "F") {
		const [from, to] = [oldShape.toReversed(), shape.toReversed()];
		return stridesForShape(from, oldStrides.toReversed(), to, itemsize, "C")?.toReversed();
	}
	if (shape.includes(0)) return contiguousStrides(shape, itemsize);
	// From the fastest axis on, each new one takes its elements from within one run of old ones.
	const runs = mergeAxes({ shape: oldShape, strides: oldStrides });
	const strides: number[] = [];
	let [left, stride] = [1, itemsize];
	for (const extent of shape.toReversed()) {
		if (left === 1 && extent !== 1) [left, stride] = [runs.shape.pop() ?? 1, runs.strides.pop() ?? 0];
		if (left % extent !== 0) return undefined;
		strides.unshift(stride);
		stride *= extent;
		left /= extent;
	}
	return strides;
}
