import { copy, type NDArray } from "@ndwire/core";
import { refusal } from "../refusal.js";
import { writeCount, type CountOrder } from "./byte-order.js";
import { textOfDtype } from "./dtype-text.js";
import { maxRank } from "./header.js";

export interface EncodeFrameOptions {
	/** Byte order of the counts, which readers take for their own machine's. Default little. */
	readonly byteOrder?: CountOrder | undefined;
	/** Memory to write to. The frame begins at its first byte; it may be larger than the frame. Default: fresh memory. */
	readonly out?: Uint8Array | undefined;
}

/**
 * An array as a framed message, as {@link decodeFrame} shows it. Elements are written in C order with their own byte order and bits;
 * of a structured array the fields are lost. `array` is not changed.
 *
 * @returns The frame: its own memory, or the part of `out` that it fills.
 * @throws {FormatError} `unsafe-object` for a dtype that holds Python objects, `bad-dtype` for elements without bytes, `overflow` for an
 * extent above 2 ** 32 - 1, `limit` for more than 64 dimensions.
 * @throws {RangeError} if `out` is too small, or for another byte order.
 */
export function encodeFrame(array: NDArray, options: EncodeFrameOptions = {}): Uint8Array {
	const header = encodeFrameHeader(array, options);
	const frame = allocate(header.length + array.nbytes, options.out);
	frame.set(header);
	copy(array, { out: frame.subarray(header.length) });
	return frame;
}

/** What stands before the elements of a frame: to send them after it without having put the two together. */
export function encodeFrameHeader(
	{ dtype, shape }: Pick<NDArray, "dtype" | "shape">,
	{ byteOrder = "little" }: Pick<EncodeFrameOptions, "byteOrder"> = {},
): Uint8Array {
	if (!["little", "big"].includes(byteOrder)) {
		throw new RangeError(`encodeFrame: expected the byte order little or big, found ${byteOrder}`);
	}
	const text = textOfDtype(dtype);
	if (shape.length > maxRank) throw refusal("frame", "limit", `at most ${maxRank} dimensions`, `${shape.length}`);
	const large = shape.find((extent) => extent > 0xffff_ffff);
	if (large !== undefined) throw refusal("frame", "overflow", "extents below 2 ** 32", `${large}`);
	const header = new Uint8Array(8 + text.length + 4 * shape.length);
	writeCount(header, 0, text.length, byteOrder);
	header.set(text, 4);
	const counts = [shape.length, ...shape];
	for (const [index, count] of counts.entries()) writeCount(header, 4 + text.length + 4 * index, count, byteOrder);
	return header;
}

function allocate(length: number, out: Uint8Array | undefined): Uint8Array {
	if (out === undefined) return new Uint8Array(length);
	if (out.length >= length) return out.subarray(0, length);
	throw new RangeError(`encodeFrame: expected ${length} bytes of out, found ${out.length}`);
}
