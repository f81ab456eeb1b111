import type { DTypeOf, DTypeSpec, NDArray } from "@ndwire/core";
import { toSource, type ByteSource, type SourceLike } from "@ndwire/core/source";
import { decodeObjects, headerOptions, objectsRefused, type DecodeNpyOptions } from "./decode.js";
import { refuseUnexpected, type ExpectedDtype } from "./expected-dtype.js";
import type { NpyHeader } from "./header/decode.js";
import { fileLayout } from "./reading/file-layout.js";
import { readElements, type NpyReadOptions } from "./reading/read-elements.js";
import { readHeader } from "./reading/read-header.js";
import { readRest } from "./reading/read-rest.js";

export interface ReadNpyOptions extends DecodeNpyOptions, Omit<NpyReadOptions, "maxReads"> {}

/**
 * The array in an `.npy` file, as `np.load` gives it, read from wherever it is.
 *
 * Besides the elements themselves next to no memory is taken, if the size of the source is known or `out` is given. Of a
 * stream or a response everything up to the end of the array is read, and it is closed; other sources stay open.
 *
 * @throws {FormatError} what `decodeNpy` throws; `bad-dtype` for another dtype than the expected one; `limit` if there is no memory.
 * @throws {SourceError} where the bytes cannot be fetched.
 * @throws {RangeError} if `out` is too small.
 *
 * @example
 * ```ts
 * const array = await readNpy(await fetch("/temperatures.npy"), { dtype: "<f8" });
 * array.toTypedArray(); // Float64Array
 * ```
 */
export async function readNpy<const Spec extends DTypeSpec>(
	from: SourceLike,
	options: ReadNpyOptions & ExpectedDtype<Spec>,
): Promise<NDArray<DTypeOf<Spec>>>;
export async function readNpy(from: SourceLike, options?: ReadNpyOptions): Promise<NDArray>;
export async function readNpy(
	from: SourceLike,
	options: ReadNpyOptions & Partial<ExpectedDtype> = {},
): Promise<NDArray> {
	const source = toSource(from);
	try {
		return await readArray(source, options);
	} finally {
		if (source !== from) await source.close?.();
	}
}

async function readArray(source: ByteSource, options: ReadNpyOptions & Partial<ExpectedDtype>): Promise<NDArray> {
	const header = await readHeader(source, { ...headerOptions(options), signal: options.signal });
	if (header.dataLength === undefined) return readObjects(source, header, options);
	refuseUnexpected(header.dtype, options);
	return readElements(source, fileLayout(header), options);
}

/** Where a pickle ends, only who unpickles it knows. */
async function readObjects(
	source: ByteSource,
	{ dataOffset }: NpyHeader,
	options: ReadNpyOptions & Partial<ExpectedDtype>,
): Promise<NDArray> {
	if (options.decodePickle === undefined) throw objectsRefused(dataOffset, "the option decodePickle");
	const pickle = await readRest(source, dataOffset, options);
	const { array } = decodeObjects(pickle, { dataOffset: 0 }, options);
	refuseUnexpected(array.dtype, options);
	return array;
}
