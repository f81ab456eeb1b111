import type { DType, DTypeOf, DTypeSpec, UnfoldedOf } from "@ndwire/core";
import { toSource, type ByteSource, type SourceLike } from "@ndwire/core/source";
import { believe } from "../believe.js";
import type { FrameHeader } from "../frame/header.js";
import { FrameLayout } from "../frame/layout.js";
import type { DecodeFrameOptions } from "../frame/options.js";
import { refusal } from "../refusal.js";
import { readSource } from "../source/read-source.js";
import { ArrayBin } from "./array-bin.js";

export interface OpenArrayBinOptions<Spec extends DTypeSpec = DTypeSpec> extends DecodeFrameOptions<Spec> {
	/** Stops the reading of the header. */
	readonly signal?: AbortSignal | undefined;
}

/**
 * An `array.bin`, a file that is one frame, to be read in parts. Its header is read at once, and checked against the size of the file.
 *
 * @param source - A file (`fromFile` of `@ndwire/core/node`), a server (`fromUrl` of `@ndwire/core/source`), a Blob, bytes…
 * @throws {FormatError} what `decodeFrame` throws. Of a source that does not know its size, whether all of it is there shows when
 * it is read.
 *
 * @example
 * ```ts
 * const table = await openArrayBin(await fromFile("array.bin"));
 * await table.rows(1_000_000, 1_000_010); // ten rows, and nothing else is read
 * ```
 */
export async function openArrayBin<const Spec extends DTypeSpec = DType>(
	source: SourceLike,
	options: OpenArrayBinOptions<Spec> = {},
): Promise<ArrayBin<UnfoldedOf<DTypeOf<Spec>>>> {
	const bytes = toSource(source);
	const header = await readSource(new FrameLayout(options).headers, bytes, options.signal);
	requireSize(bytes, header);
	return new ArrayBin(bytes, believe<FrameHeader<UnfoldedOf<DTypeOf<Spec>>>>(header));
}

function requireSize({ size }: ByteSource, { dataOffset, dataLength }: FrameHeader): void {
	const end = dataOffset + dataLength;
	if (size === undefined || size === end) return;
	const expected = `${dataLength} bytes of elements from byte ${dataOffset}`;
	const code = size < end ? "truncated" : "trailing-data";
	throw refusal("frame", code, expected, `${size - dataOffset}`, Math.min(size, end));
}
