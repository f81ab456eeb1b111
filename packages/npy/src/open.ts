import type { DTypeOf, DTypeSpec } from "@ndwire/core";
import { toSource, type SourceLike } from "@ndwire/core/source";
import { objectsRefused } from "./decode.js";
import { refuseUnexpected, type ExpectedDtype } from "./expected-dtype.js";
import type { DecodeNpyHeaderOptions } from "./header/decode.js";
import { NpyFile } from "./npy-file.js";
import { fileLayout } from "./reading/file-layout.js";
import { readHeader } from "./reading/read-header.js";

export interface OpenNpyOptions extends DecodeNpyHeaderOptions {
	/** Stops the reading of the header. */
	readonly signal?: AbortSignal | undefined;
}

/**
 * Opens an `.npy` file: reads its header, and nothing more until it is asked for.
 *
 * @param source - What to read from; a stream or a response can only be read forwards.
 * @throws {FormatError} what `decodeNpyHeader` throws; `bad-dtype` for another dtype than the expected one; `unsafe-object` for
 * Python objects, which only `readNpy` and `decodeNpy` read, by their option `decodePickle`.
 *
 * @example
 * ```ts
 * const npy = await openNpy(await fromUrl(new URL("https://example.org/large.npy")), { dtype: "<f8" });
 * npy.shape; // [1000000, 128]
 * const some = await npy.rows(5000, 5010);
 * some.toTypedArray(); // Float64Array
 * ```
 */
export async function openNpy<const Spec extends DTypeSpec>(
	source: SourceLike,
	options: OpenNpyOptions & ExpectedDtype<Spec>,
): Promise<NpyFile<DTypeOf<Spec>>>;
export async function openNpy(source: SourceLike, options?: OpenNpyOptions): Promise<NpyFile>;
export async function openNpy(
	from: SourceLike,
	options: OpenNpyOptions & Partial<ExpectedDtype<DTypeSpec>> = {},
): Promise<NpyFile> {
	const source = toSource(from);
	const header = await readHeader(source, options);
	refuseUnexpected(header.dtype, options);
	if (header.dataLength === undefined) throw objectsRefused(header.dataOffset, "readNpy with the option decodePickle");
	return new NpyFile(source, header, fileLayout(header));
}
