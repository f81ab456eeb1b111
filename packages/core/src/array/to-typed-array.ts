import type { TypedArray } from "../dtype/types.js";
import type { Elements } from "./elements.js";
import { fractionBitsOf, widen } from "./narrow-float.js";
import { numberType } from "./number-type.js";
import { pack } from "./pack.js";
import { isContiguous } from "./strides.js";
import { swapWords } from "./swap-words.js";
import { isForeign, storageOf, typedView } from "./typed-view.js";

/** The elements in C order as a typed array: a view where memory allows and no copy is asked for. */
export function toTypedArray(elements: Elements, isCopy: boolean): TypedArray {
	const { dtype } = elements;
	const type = dtype.tag === "scalar" ? numberType(dtype) : undefined;
	if (dtype.tag !== "scalar" || type === undefined) {
		throw new TypeError("toTypedArray: expected a dtype of numbers");
	}
	const fractionBits = fractionBitsOf(dtype);
	const canView = !isCopy && !fractionBits && isContiguous(elements, "C");
	const view = canView ? typedView({ ...elements, dtype }, type) : undefined;
	if (view !== undefined) return view;
	const StorageArray = storageOf(type);
	const packed = pack(elements, "C");
	if (isForeign(dtype)) swapWords(packed, StorageArray.BYTES_PER_ELEMENT);
	return fractionBits ? widen(new Uint16Array(packed.buffer), fractionBits) : new StorageArray(packed.buffer);
}
