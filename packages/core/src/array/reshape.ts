import { contiguousStrides, sizeOfShape, type Order } from "./strides.js";

/**
 * A shape in which one extent may be -1, to be what is left over.
 *
 * @throws {RangeError} if it does not hold `size` elements.
 */
export function resolveShape(shape: readonly number[], size: number): number[] {
	const known = sizeOfShape(shape.filter((extent) => extent !== -1));
	const resolved = shape.map((extent) => (extent === -1 ? size / known : extent));
	const isOne = shape.filter((extent) => extent === -1).length <= 1;
	if (!isOne || !resolved.every(Number.isInteger) || sizeOfShape(resolved) !== size) {
		throw new RangeError(`reshape: ${size} elements do not fill [${shape.join(", ")}]`);
	}
	return resolved;
}

/**
 * Strides under which the same memory has another shape, elements being counted in `order`; undefined where there are
 * none and a copy is needed. NumPy's `_attempt_nocopy_reshape`.
 */
export function stridesForShape(
	oldShape: readonly number[],
	oldStrides: readonly number[],
	shape: readonly number[],
	itemsize: number,
	order: Order,
): number[] | undefined {
	if (sizeOfShape(shape) === 0) return contiguousStrides(shape, itemsize, order);
	const isC = order === "C";
	// Both shapes are cut into runs of axes that hold equally many elements; counting goes from the slowest axis.
	const axes = oldShape
		.map((extent, axis) => ({ extent, stride: oldStrides[axis] ?? 0 }))
		.filter(({ extent }) => extent !== 1);
	const old = isC ? axes : axes.toReversed();
	const extents = isC ? shape : shape.toReversed();
	const strides: number[] = [];
	let [from, to] = [0, 0];
	while (from < old.length) {
		const run = takeRun(old, from, extents, to);
		if (!isEvenlyStrided(old.slice(from, run.from))) return undefined;
		strides.push(...strideRun(extents.slice(to, run.to), old[run.from - 1]?.stride ?? itemsize));
		({ from, to } = run);
	}
	while (strides.length < extents.length) strides.push(strides.at(-1) ?? itemsize);
	return isC ? strides : strides.toReversed();
}

interface Axis {
	readonly extent: number;
	readonly stride: number;
}

/** Ends of the shortest runs from `from` and `to` that hold as many elements as each other. */
function takeRun(
	old: readonly Axis[],
	from: number,
	extents: readonly number[],
	to: number,
): { from: number; to: number } {
	let [oldCount, newCount] = [old[from++]?.extent ?? 1, extents[to++] ?? 1];
	while (oldCount !== newCount) {
		if (newCount < oldCount) newCount *= extents[to++] ?? 1;
		else oldCount *= old[from++]?.extent ?? 1;
	}
	return { from, to };
}

/** Whether the axes, slowest first, step through memory as one axis would. */
function isEvenlyStrided(axes: readonly Axis[]): boolean {
	return axes.every(({ stride }, index) => {
		const inner = axes[index + 1];
		return inner === undefined || stride === inner.extent * inner.stride;
	});
}

/** Strides of axes, slowest first, the last of which has `stride`. */
function strideRun(extents: readonly number[], stride: number): number[] {
	let next = stride;
	return extents
		.toReversed()
		.map((extent) => {
			const own = next;
			next *= extent;
			return own;
		})
		.toReversed();
}
