import { joinBytes } from "../bytes.js";

/** Deflates with the platform's `CompressionStream`. */
export async function deflateByStream(bytes: Uint8Array): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	const source = new Blob([new Uint8Array(bytes)]).stream();
	for await (const piece of source.pipeThrough(new CompressionStream("deflate-raw"))) pieces.push(piece);
	return joinBytes(pieces);
}
