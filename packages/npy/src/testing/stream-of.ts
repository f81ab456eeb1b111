/** A stream that hands bytes out in pieces of one size, as they are asked for. */
export function streamOf(bytes: Uint8Array, pieceLength: number): ReadableStream<Uint8Array> {
	let at = 0;
	return new ReadableStream({
		pull(controller) {
			if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += pieceLength)));
			else controller.close();
		},
	});
}
