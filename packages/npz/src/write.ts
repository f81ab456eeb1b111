import type { NDArray } from "@ndwire/core";
import { writePieces } from "@ndwire/core/sink";
import { ArchiveWriter } from "./archive/archive-writer.js";
import { zipLayout } from "./archive/layout.js";
import { nameArraysAsync, type NamedArrays } from "./archive/named-arrays.js";
import { deflateByStream } from "./member/deflate-by-stream.js";
import { packed, packStored, type NpzLayoutOptions } from "./encode.js";

/** Deflates bytes to a raw deflate stream, at once or later. */
export type AsyncDeflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

export interface WriteNpzOptions extends NpzLayoutOptions {
	/** Deflates members if `compressed` asks for it. Default: the platform's `CompressionStream`; at `@ndwire/npz/node` `node:zlib`. */
	readonly deflate?: AsyncDeflate | undefined;
	/** Stops the writing: the sink is aborted, and the promise rejects with the signal's reason. */
	readonly signal?: AbortSignal | undefined;
	/** Leave the sink open when the archive has been written. Default false. */
	readonly preventClose?: boolean | undefined;
}

/**
 * Writes an archive to a stream, front to back: what `encodeNpz` gives, with no more than one member in memory. The arrays may come
 * one after another, from an async generator; the next is asked for when the stream has room again.
 *
 * @param sink - Closed at the end, unless `preventClose` is set; aborted if something goes wrong on the way.
 * @throws what `encodeNpz` throws, what `named` or `sink` fails with, and the reason of `signal`.
 *
 * @example
 * ```ts
 * await writeNpz({ weights, bias }, new WritableStream(…), { compressed: true });
 * ```
 */
export async function writeNpz(
	named: NamedArrays | AsyncIterable<readonly [name: string, array: NDArray]>,
	sink: WritableStream<Uint8Array>,
	options: WriteNpzOptions = {},
): Promise<void> {
	await writePieces(sink, pieces(named, options), options);
}

async function* pieces(
	named: NamedArrays | AsyncIterable<readonly [name: string, array: NDArray]>,
	options: WriteNpzOptions,
): AsyncGenerator<Uint8Array> {
	const { positional = [], compressed = false, deflate = deflateByStream, numpy, python } = options;
	const archive = new ArchiveWriter(zipLayout(python, numpy));
	for await (const [name, array] of nameArraysAsync(named, positional)) {
		const member = packStored(name, array, options);
		yield* archive.add(compressed ? packed(member, await deflate(member.data)) : member);
	}
	yield archive.end();
}
