import { copy, formatPythonLiteral, toDescr, type NDArray, type Order } from "@ndwire/core";
import { contiguousOrder } from "./contiguous-order.js";
import { layOutHeader, type NpyHeaderLayout, putHeader } from "./header/encode.js";
import type { NpyVersion } from "./header/version.js";
import { refusal } from "./refusal.js";
import { npyRelease, type NpyRelease } from "./release.js";

/** How an array becomes a file. */
export interface NpyWriteOptions {
	/** A release of NumPy, such as `"1.13"`: the bytes are those that its `np.save` writes. Default: the newest. */
	readonly numpy?: string | undefined;
	/** The version of the format. Default: the oldest that holds the header, as `np.save` chooses it. */
	readonly version?: NpyVersion | undefined;
}

export interface EncodeNpyOptions extends NpyWriteOptions {
	/** Memory to write to. The file begins at its first byte; it may be larger than the file. Default: fresh memory. */
	readonly out?: Uint8Array | undefined;
}

/**
 * The `.npy` file of an array, byte for byte as `np.save` writes it.
 *
 * An array that is contiguous in C or Fortran order is written as it lies; any other one is written in C order. Elements
 * keep their byte order and their bits, the padding inside structures included. `array` is not changed.
 *
 * @returns The file: its own memory, or the part of `out` that it fills.
 * @throws {FormatError} for what `np.save` refuses, and `unsafe-object` for a dtype that holds Python objects: pickles are not written.
 * @throws {RangeError} if `out` is too small, or `numpy` names no release.
 *
 * @example
 * ```ts
 * await writeFile("ramp.npy", encodeNpy(array([[1, 2], [3, 4]], { dtype: "<f8" })));
 * ```
 */
export function encodeNpy(array: NDArray, options: EncodeNpyOptions = {}): Uint8Array {
	const { header, order } = headerOf(array, options);
	const file = allocate(header.length + array.nbytes, options.out);
	putHeader(header, file);
	copy(array, { order, out: file.subarray(header.length) });
	return file;
}

/** The header of the file of an array, and the order in which the elements follow it. */
export function headerOf(
	array: NDArray,
	options: NpyWriteOptions,
): { readonly header: NpyHeaderLayout; readonly order: Order } {
	const { dtype, shape } = array;
	const release = npyRelease(options.numpy);
	refuseUnsavable(array, release);
	const order = contiguousOrder(array, release) ?? "C";
	const descr = formatPythonLiteral(toDescr(dtype, { numpy: options.numpy }));
	return { order, header: layOutHeader({ descr, fortranOrder: order === "F", shape }, release, options.version) };
}

function refuseUnsavable({ dtype, shape }: NDArray, { maxRank, emptyElements }: NpyRelease): void {
	if (dtype.hasObject) {
		throw refusal("unsafe-object", "elements without objects: pickles are not written", "a dtype that holds objects");
	}
	if (shape.length > maxRank) throw refusal("bad-shape", `at most ${maxRank} axes`, `${shape.length}`);
	if (dtype.itemsize === 0 && !emptyElements) {
		throw refusal("bad-dtype", "elements with bytes, as that release has them", "elements of 0 bytes");
	}
}

function allocate(length: number, out: Uint8Array | undefined): Uint8Array {
	if (out === undefined) return new Uint8Array(length);
	if (out.length < length) throw new RangeError(`out: expected at least ${length} bytes, found ${out.length}`);
	return out.subarray(0, length);
}
