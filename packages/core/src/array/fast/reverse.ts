import type { Elements } from "../elements.js";
import { numberType } from "../number-type.js";
import { inOrder, mergeAxes, type Order } from "../strides.js";
import { storageOf } from "../typed-view.js";
import { hasFastPaths } from "./fast-paths.js";

/** Copies elements that lie one before the other into memory without gaps, in the given order; says whether they did lie so. There must be some. */
export function reverse(source: Elements, order: Order, target: Uint8Array): boolean {
	const { itemsize } = source.dtype;
	const { shape, strides } = mergeAxes(inOrder(source, order));
	const [extent = 0] = shape;
	// As integers, which keep the bits of NaNs in every engine.
	const type = numberType({ kind: "u", itemsize });
	const isBackward = strides.length === 1 && strides[0] === -itemsize && target.byteOffset % itemsize === 0;
	if (type === undefined || !isBackward || !hasFastPaths()) return false;
	target.set(new Uint8Array(source.buffer, source.byteOffset - (extent - 1) * itemsize, target.length));
	new (storageOf(type))(target.buffer, target.byteOffset, extent).reverse();
	return true;
}
