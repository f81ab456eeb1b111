import { copy, type NDArray, type Order } from "@ndwire/core";
import { refuseObjects } from "../elements.js";

export interface EncodeRawOptions {
	/**
	 * `C` whatever the array's own order (default), `F`, or `A`: `F` for an array that is contiguous in Fortran order only, else
	 * `C`.
	 */
	readonly order?: Order | "A" | undefined;
	/** Whether the bytes are always memory of their own. */
	readonly copy?: boolean | undefined;
	/** Memory to write to. The bytes begin at its first; it may be larger than they are. */
	readonly out?: Uint8Array | undefined;
}

/**
 * The elements' bytes, without anything about dtype, shape or order: `ndarray.tobytes(order)`, and what `tofile` writes.
 *
 * Mind that `order` says how the bytes lie, not how the array lies: of an array in Fortran order, too, the default gives C order, and
 * who reads them with `order: "F"` gets another array.
 *
 * @returns A view of the array's memory where the elements lie so already, else a copy; with `out`, the part of it that they fill.
 * @throws {FormatError} `unsafe-object` for a dtype that holds Python objects: their bytes are pointers.
 * @throws {RangeError} for another order, or if `out` is too small.
 */
export function encodeRaw(array: NDArray, options: EncodeRawOptions = {}): Uint8Array {
	const { order = "C", copy: isCopied = false, out } = options;
	if (!["C", "F", "A"].includes(order)) {
		throw new RangeError(`encodeRaw: expected the order C, F or A, found ${order}`);
	}
	refuseObjects("raw", array.dtype);
	if (out === undefined) return array.toBytes({ order, copy: isCopied });
	if (out.length < array.nbytes) {
		throw new RangeError(`encodeRaw: expected ${array.nbytes} bytes of out, found ${out.length}`);
	}
	const target = out.subarray(0, array.nbytes);
	copy(array, { order: order === "A" ? (array.order ?? "C") : order, out: target });
	return target;
}
