import { contiguousStrides, NDArray } from "@ndwire/core";
import { believe } from "../believe.js";
import type { NpyHeader } from "../header/decode.js";
import { refusal } from "../refusal.js";

/**
 * Where the elements of a file lie, as an array whose memory is the file: to be sliced, and never to be looked into.
 *
 * @throws {FormatError} `limit` for a file that is larger than numbers count exactly.
 */
export function fileLayout({ dtype, shape, fortranOrder, dataOffset, dataLength = 0 }: NpyHeader): NDArray {
	const byteLength = dataOffset + dataLength;
	if (!Number.isSafeInteger(byteLength)) throw refusal("limit", "elements up to byte 2 ** 53 - 1", `${byteLength}`);
	// Until an element is read, an array asks its memory for nothing but its length.
	const buffer = believe<ArrayBuffer>({ byteLength });
	const strides = contiguousStrides(shape, dtype.itemsize, fortranOrder ? "F" : "C");
	return new NDArray({ dtype, shape, strides, buffer, byteOffset: dataOffset });
}
