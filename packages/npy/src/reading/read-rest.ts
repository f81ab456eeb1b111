import type { ByteSource, ReadOptions } from "@ndwire/core/source";
import { readUpTo } from "./read-up-to.js";

/** Everything from `offset` to the end of the source. */
export async function readRest(
	source: ByteSource,
	offset: number,
	options: Pick<ReadOptions, "signal">,
): Promise<Uint8Array> {
	if (source.size !== undefined) return readUpTo(source, offset, source.size, options);
	const pieces: Uint8Array[] = [];
	let length = 0;
	for (let piece; piece === undefined || piece.length === pieceLength; length += piece.length) {
		piece = await readUpTo(source, offset + length, pieceLength, options);
		pieces.push(piece);
	}
	const rest = new Uint8Array(length);
	for (const piece of pieces.toReversed()) rest.set(piece, (length -= piece.length));
	return rest;
}

const pieceLength = 0x4_0000;
