import { joinBytes } from "../bytes.js";
import { brokenStream, longerThan } from "./inflate.js";

/**
 * Inflates with the platform's `DecompressionStream`, which is there in browsers, Deno, Bun, and Node from 20.12.
 *
 * @throws {FormatError} as soon as more than `size` bytes come out, and for a stream that is broken or followed by something.
 */
export async function inflateByStream(deflated: Uint8Array, size: number): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	let length = 0;
	try {
		// No platform takes shared memory here, hence the copy.
		const source = new Blob([new Uint8Array(deflated)]).stream();
		for await (const piece of source.pipeThrough(new DecompressionStream("deflate-raw"))) {
			length += piece.length;
			// Leaving the loop cancels the streams.
			if (length > size) throw longerThan(size);
			pieces.push(piece);
		}
	} catch (error) {
		throw brokenStream(error);
	}
	return joinBytes(pieces);
}
