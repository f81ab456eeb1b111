import type { Axes } from "./strides.js";

/** Visits the byte offset of every element, the last axis fastest. */
export function forEachOffset(
	{ shape, strides, byteOffset }: Axes & { readonly byteOffset: number },
	visit: (offset: number) => void,
): void {
	const visitAxis = (axis: number, start: number): void => {
		const [extent, stride = 0] = [shape[axis], strides[axis]];
		if (extent === undefined) return visit(start);
		for (let index = 0; index < extent; index += 1) visitAxis(axis + 1, start + index * stride);
	};
	visitAxis(0, byteOffset);
}
