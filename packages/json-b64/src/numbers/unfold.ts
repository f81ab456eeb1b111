import type { DType, NDArray, ScalarDType, StructDType } from "@ndwire/core";
import { refusal } from "../refusal.js";
import { complexOfParts, partDtype } from "./complex-column.js";
import type { DecodeNumbersOptions, Location } from "./options.js";

/** How the elements of a dtype are read, and what becomes of them. */
export interface Unfolding {
	readonly element: ScalarDType | StructDType;
	/** The array of the dtype, in the shape that was asked for, made of the elements in the shape of their lists. */
	readonly fold: (elements: NDArray) => NDArray;
}

/**
 * Elements that are lists themselves are read as more axes of what is in them: subarrays, whose axes are those of the array as everywhere
 * in NumPy, and complex numbers that are pairs.
 */
export function unfold(
	dtype: DType,
	{ shape, complex }: Pick<DecodeNumbersOptions, "shape" | "complex">,
	location: Location,
): Unfolding {
	if (dtype.tag === "subarray") {
		const { element, fold } = unfold(dtype.base, { shape: shape && [...shape, ...dtype.shape], complex }, location);
		return { element, fold: (elements) => endingWith(dtype.shape, fold(elements), location) };
	}
	if (dtype.tag === "scalar" && dtype.kind === "c" && complex === "pairs") {
		const { element, fold } = unfold(partDtype(dtype), { shape: shape && [...shape, 2] }, location);
		return { element, fold: (parts) => complexOfParts(endingWith([2], fold(parts), location), dtype) };
	}
	return { element: dtype, fold: (elements) => inShape(shape, elements, location) };
}

function endingWith(axes: readonly number[], array: NDArray, { offset, path }: Location): NDArray {
	const { shape, size } = array;
	if (axes.every((extent, axis) => shape.at(axis - axes.length) === extent)) return array;
	// Lists do not show the axes behind one of length 0.
	if (size === 0) return array.reshape([...shape, ...axes]);
	const found = `the shape [${shape.join(", ")}]`;
	throw refusal("bad-shape", `elements of the shape [${axes.join(", ")}]`, found, { offset, path: path || undefined });
}

/** The shape that was asked for, if the lists are nested in it, or flat; else that of the lists. */
function inShape(asked: readonly number[] | undefined, array: NDArray, { offset, path }: Location): NDArray {
	if (asked === undefined) return array;
	const { shape, size } = array;
	const isFlat = shape.length === 1 && size === asked.reduce((product, extent) => product * extent, 1);
	// Lists do not show the axes behind one of length 0.
	const isNested =
		size === 0
			? asked.includes(0)
			: shape.length === asked.length && shape.every((extent, axis) => extent === asked[axis]);
	if (isFlat || isNested) return array.reshape(asked);
	const expected = `elements of the shape [${asked.join(", ")}], or all in one list`;
	throw refusal("bad-shape", expected, `the shape [${shape.join(", ")}]`, { offset, path: path || undefined });
}
