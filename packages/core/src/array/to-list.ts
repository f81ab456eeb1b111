import { listAccessor, type Accessor } from "./accessor.js";
import type { Elements } from "./elements.js";
import { numberType } from "./number-type.js";
import { sizeOfShape } from "./strides.js";
import { toTypedArray } from "./to-typed-array.js";

/** The elements as nested lists, one level per axis, each as the accessor gives it; without axes the element itself. */
export function toList(elements: Elements, accessor: () => Accessor): unknown {
	const { dtype, shape, strides, byteOffset } = elements;
	const isTyped = dtype.tag === "scalar" && numberType(dtype) && dtype.kind !== "b" && dtype.kind !== "c";
	if (!isTyped) return listAccessor(accessor(), dtype, shape, strides).get(byteOffset);
	// Numbers come fastest out of a typed array, all into one list that is cut into those of every axis; and a list is filled
	// fastest in a loop, when it was made as long as it will be.
	const numbers = toTypedArray(elements, false);
	let list = new Array<unknown>(numbers.length);
	for (let index = 0; index < numbers.length; index += 1) list[index] = numbers[index];
	for (let axis = shape.length - 1; axis > 0; axis -= 1) {
		const [items, extent] = [list, shape[axis] ?? 0];
		list = new Array<unknown>(sizeOfShape(shape.slice(0, axis)));
		for (let row = 0; row < list.length; row += 1) list[row] = items.slice(row * extent, (row + 1) * extent);
	}
	return shape.length === 0 ? list[0] : list;
}
