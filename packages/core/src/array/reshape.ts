import { misfit } from "./expectation.js";
import { contiguousStrides, inOrder, mergeAxes, sizeOfShape, type Order, type SizedAxes } from "./strides.js";

/**
 * A shape in which one extent may be -1, to be what is left over.
 *
 * @throws {RangeError} if it does not hold `size` elements.
 */
export function resolveShape(shape: readonly number[], size: number): number[] {
	const open = shape.indexOf(-1);
	const resolved = open === -1 ? [...shape] : shape.with(open, size / sizeOfShape(shape.toSpliced(open, 1)));
	if (sizeOfShape(resolved) === size) return resolved;
	throw misfit(`a shape of ${size} elements`, `[${shape.join(", ")}]`);
}

/**
 * Strides under which the same memory has another shape, elements being counted in `order`; undefined where there are
 * none and a copy is needed, as NumPy's `_attempt_nocopy_reshape` finds them.
 */
export function stridesForShape(elements: SizedAxes, shape: readonly number[], order: Order): number[] | undefined {
	const { itemsize } = elements.dtype;
	if (shape.includes(0)) return contiguousStrides(shape, itemsize);
	// From the fastest axis on, each new one takes its elements from within one run of old ones.
	const runs = mergeAxes(inOrder(elements, order));
	const strides: number[] = [];
	let [left, stride] = [1, itemsize];
	for (const extent of order === "C" ? shape.toReversed() : shape) {
		if (left === 1 && extent !== 1) [left, stride] = [runs.shape.pop() ?? 1, runs.strides.pop() ?? 0];
		if (left % extent !== 0) return undefined;
		strides.push(stride);
		stride *= extent;
		left /= extent;
	}
	return order === "C" ? strides.reverse() : strides;
}
