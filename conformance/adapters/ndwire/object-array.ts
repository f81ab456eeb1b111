import type { DType, NDArray } from "@ndwire/core";
import type { Value } from "../../src/protocol/messages.js";
import { writeArray } from "./nv1.js";

/**
 * The elements of an array that holds objects, in the order given: objects through `write`; of a structure a tuple of its
 * fields, in which a plain field is a scalar, a subarray an array and a structure a tuple.
 */
export function writeObjects(array: NDArray, order: "C" | "F", write: (value: unknown) => Value): readonly Value[] {
	const inOrder = order === "F" ? array.transpose() : array;
	return indexes(inOrder.shape).map((index) => writeElement(inOrder.slice(...index), write));
}

/** All indexes of a shape, the last axis fastest. */
function indexes(shape: readonly number[]): readonly (readonly number[])[] {
	return shape.reduce<readonly (readonly number[])[]>(
		(prefixes, extent) => prefixes.flatMap((prefix) => Array.from({ length: extent }, (_, step) => [...prefix, step])),
		[[]],
	);
}

/** An element, as an array without axes; a subarray field has those of the subarray. */
function writeElement(element: NDArray<DType>, write: (value: unknown) => Value): Value {
	const { dtype, shape } = element;
	if (shape.length > 0) return { t: "ndarray", v: writeNested(element, write) };
	if (dtype.tag === "struct") {
		return { t: "tuple", v: dtype.names.map((name) => writeElement(element.field(name), write)) };
	}
	return dtype.hasObject ? write(element.get()) : { t: "scalar", v: writeArray(element) };
}

function writeNested(array: NDArray<DType>, write: (value: unknown) => Value) {
	if (!array.dtype.hasObject) return writeArray(array);
	return { dtype: "|O", shape: array.shape, order: "C", data: { items: writeObjects(array, "C", write) } } as const;
}
