import {
	asBytes,
	type BytesLike,
	contiguousStrides,
	type FormatError,
	NDArray,
	type PickleDecoder,
} from "@ndwire/core";
import { decodeHeaderAt, type DecodeNpyHeaderOptions, type NpyHeader } from "./header/decode.js";
import { refusal } from "./refusal.js";

export interface DecodeNpyOptions extends DecodeNpyHeaderOptions {
	/** Reads the pickle that holds the elements of an object array; without one such arrays are refused. */
	readonly decodePickle?: PickleDecoder | undefined;
	/** How that pickle's Python 2 text is read: `"ASCII"` (default), `"latin1"` or `"bytes"`, as in `np.load`. */
	readonly encoding?: string | undefined;
}

/**
 * The array in an `.npy` file, as `np.load` gives it.
 *
 * The array is a view: it shares memory with `source` and keeps it alive, whatever its byte order, order and alignment. Only the
 * header is read, so that decoding takes the same time for a large file as for a small one. Bytes after the array are ignored.
 *
 * @param source - The whole file.
 * @throws {FormatError} what {@link decodeNpyHeader} throws; `truncated` where elements are missing; `unsafe-object` for a dtype that
 * holds objects, if no `decodePickle` is given.
 *
 * @example
 * ```ts
 * const temperatures = decodeNpy(await readFile("temperatures.npy"));
 * temperatures.shape; // [365, 24]
 * ```
 */
export function decodeNpy(source: BytesLike, options: DecodeNpyOptions = {}): NDArray {
	return decodeNpyAt(asBytes(source), 0, options).array;
}

/** The array that begins at `start`, and the byte at which it ends. */
export function decodeNpyAt(bytes: Uint8Array, start: number, options: DecodeNpyOptions): DecodedNpy {
	const header = decodeHeaderAt(bytes, start, headerOptions(options));
	const { dataLength } = header;
	return dataLength === undefined ? decodeObjects(bytes, header, options) : viewElements(bytes, header, dataLength);
}

/** `np.load` reads headers of any size once it may unpickle what follows them. */
export function headerOptions({ maxHeaderSize, decodePickle }: DecodeNpyOptions): DecodeNpyHeaderOptions {
	return { maxHeaderSize: maxHeaderSize ?? (decodePickle && Infinity) };
}

export interface DecodedNpy {
	readonly array: NDArray;
	readonly end: number;
}

function viewElements(bytes: Uint8Array, header: NpyHeader, dataLength: number): DecodedNpy {
	const { dtype, shape, fortranOrder, dataOffset } = header;
	const available = bytes.length - dataOffset;
	if (available < dataLength) {
		const expected = `${dataLength} bytes of elements from byte ${dataOffset}`;
		throw refusal("truncated", expected, `${available}`, bytes.length);
	}
	const strides = contiguousStrides(shape, dtype.itemsize, fortranOrder ? "F" : "C");
	const { buffer, byteOffset } = bytes;
	const array = new NDArray({ dtype, shape, strides, buffer, byteOffset: byteOffset + dataOffset });
	return { array, end: dataOffset + dataLength };
}

/** `np.load` takes what the pickle holds; dtype, shape and order in the header are then only an announcement. */
export function decodeObjects(
	bytes: Uint8Array,
	{ dataOffset }: Pick<NpyHeader, "dataOffset">,
	options: DecodeNpyOptions,
): DecodedNpy {
	const { decodePickle, encoding = "ASCII" } = options;
	if (decodePickle === undefined) throw objectsRefused(dataOffset, "the option decodePickle");
	const { value, end } = decodePickle(bytes, { offset: dataOffset, encoding });
	if (isArray(value)) return { array: value, end };
	throw refusal("bad-dtype", "a pickled array", "a pickle of something else", dataOffset);
}

/** What to say of Python objects, and what reads them. */
export function objectsRefused(dataOffset: number, remedy: string): FormatError {
	return refusal("unsafe-object", `${remedy} for Python objects`, "a dtype that holds them", dataOffset);
}

function isArray(value: unknown): value is NDArray {
	return value instanceof NDArray;
}
