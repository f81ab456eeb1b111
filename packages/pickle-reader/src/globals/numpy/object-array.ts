import { NDArray } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { setElement } from "./element.js";
import type { Layout, Parts } from "./layout.js";

/**
 * An array whose elements, or some of their fields, are objects. They come as a list, which is in C order even where the
 * array's memory is in Fortran order (`_getlist_pkl` in NumPy's sources).
 */
export function objectArray(machine: Machine, items: readonly unknown[], layout: Layout): Parts {
	const { dtype, shape, strides, size } = layout;
	if (items.length < size) throw machine.refusal("bad-length", `${size} elements`, items.length);
	const { buffer, byteOffset } = machine.allocate(size * dtype.itemsize);
	const objects: unknown[] = [null];
	const parts = { ...layout, buffer, byteOffset, objects };
	const array = new NDArray(parts);
	if (dtype.tag === "scalar") {
		const view = new DataView(buffer, byteOffset);
		// A slot is an index into the objects; index 0 is None.
		eachInOrderC(shape, (index, place) => {
			const item = items[place];
			if (item !== null) view.setUint32(dot(index, strides), objects.push(item) - 1, true);
		});
	} else {
		eachInOrderC(shape, (index, place) => setElement(machine, array, index, items[place]));
	}
	return parts;
}

/** Every index of a shape, the last axis fastest, with its number. The index is the same array each time. */
function eachInOrderC(shape: readonly number[], visit: (index: number[], place: number) => void): void {
	if (shape.includes(0)) return;
	const index = shape.map(() => 0);
	for (let place = 0; ; place += 1) {
		visit(index, place);
		let axis = shape.length - 1;
		while (axis >= 0 && (index[axis] ?? 0) + 1 === shape[axis]) index[axis--] = 0;
		if (axis < 0) return;
		index[axis] = (index[axis] ?? 0) + 1;
	}
}

function dot(index: readonly number[], strides: readonly number[]): number {
	return index.reduce((sum, step, axis) => sum + step * (strides[axis] ?? 0), 0);
}
