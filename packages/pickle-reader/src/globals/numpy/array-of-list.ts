import { NDArray, scalarDtype } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { refuse } from "../../refuse.js";
import { setElement } from "./element.js";
import type { Layout, Parts } from "./layout.js";

/**
 * An array whose elements come as a list, since they are objects or hold some, or as those of `array.array`. The list is in C order
 * even where the array's memory is in Fortran order (`_getlist_pkl` in NumPy's sources).
 */
export function arrayOfList(items: readonly unknown[], layout: Layout, machine: Machine): Parts {
	const { dtype, order, size } = layout;
	if (items.length < size) refuse("bad-length", `${size} elements`, items.length);
	const memory = machine.allocate(size * dtype.itemsize);
	const objects: unknown[] = [null];
	const parts = { ...layout, buffer: memory.buffer, byteOffset: 0, objects: dtype.hasObject ? objects : undefined };
	const flat = new NDArray({ ...parts, shape: [size], strides: undefined });
	const slots = new DataView(memory.buffer);
	for (let place = 0; place < size; place += 1) {
		const item = items[place];
		if (dtype.tag !== "scalar" || !dtype.hasObject) setElement(flat, place, item, machine);
		// A slot is an index into the objects; index 0 is None.
		else if (item !== null) slots.setUint32(place * dtype.itemsize, objects.push(item) - 1, true);
	}
	if (order === "F") {
		// Elements as so many bytes, which are moved with no eye for what is in them.
		const elements = scalarDtype({ kind: "V", itemsize: dtype.itemsize });
		memory.set(new NDArray({ ...parts, dtype: elements, strides: undefined }).toBytes({ order, copy: true }));
	}
	return parts;
}
