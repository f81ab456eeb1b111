/** A socket as a web stream. With the types of the DOM loaded, those of Node's own `Readable.toWeb` do not fit together with them. */
export function webStream(socket: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
	const chunks = socket[Symbol.asyncIterator]();
	return new ReadableStream({
		async pull(controller) {
			const next = await chunks.next();
			if (next.done === true) controller.close();
			else controller.enqueue(next.value);
		},
	});
}
