import type { Axes } from "./strides.js";

/** Visits the byte offset of every element, the last axis fastest. */
export function forEachOffset(
	{ shape, strides, byteOffset }: Axes & { readonly byteOffset: number },
	visit: (offset: number) => void,
): void {
	const visitAxis = (axis: number, start: number): void => {
		const [extent = 1, stride = 0] = [shape[axis], strides[axis]];
		const isLast = axis + 1 >= shape.length;
		for (let index = 0; index < extent; index += 1) {
			const offset = start + index * stride;
			if (isLast) visit(offset);
			else visitAxis(axis + 1, offset);
		}
	};
	visitAxis(0, byteOffset);
}
