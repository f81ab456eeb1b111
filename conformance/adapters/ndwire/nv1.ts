import { FormatError, fromBuffer, zeros, type NDArray } from "@ndwire/core";
import { readBytes, writeBytes } from "../../src/protocol/bytes.js";
import type { Nv1, Value } from "../../src/protocol/messages.js";
import { readDtype, writeDtype } from "./dtype.js";

/** The array that a value of the protocol describes, over memory of its own. */
export function readArray(value: Value): NDArray {
	if ("t" in value) throw new TypeError(`value: an array is needed, found a tree of ${value.t}`);
	const { dtype: dt, shape, order, data } = value;
	refuseLongAxes(shape);
	const dtype = readDtype(dt);
	// Elements that are objects are left out: every encoder refuses them by their dtype, without a look at one.
	if ("items" in data) return zeros(shape, { dtype, order });
	const bytes = readBytes(data);
	const length = shape.reduce((size, extent) => size * extent, dtype.itemsize);
	if (bytes.length !== length) throw new RangeError(`value: data has ${bytes.length} bytes, not ${length}`);
	return fromBuffer(bytes, { dtype, shape, order });
}

/** NumPy has axes that no JavaScript number counts exactly, beside one without elements. */
function refuseLongAxes(shape: readonly number[]): void {
	if (shape.every(Number.isSafeInteger)) return;
	const found = `shape [${shape.join(", ")}]`;
	throw new FormatError({ code: "limit", format: "array", expected: "sizes up to 2 ** 53 - 1", found });
}

/** An array as a value of the protocol, its memory as held. */
export function writeArray(array: NDArray): Nv1 {
	const order = array.order ?? "C";
	return { dtype: writeDtype(array.dtype), shape: array.shape, order, data: writeBytes(array.toBytes({ order })) };
}
