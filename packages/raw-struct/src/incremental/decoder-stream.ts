import type { Decoder } from "./decoder.js";

/**
 * A decoder as the two ends of a pipe, for `pipeThrough`. What is not asked for is not decoded: as long as nobody reads, the writer is
 * held back. What stands before a fault is delivered, then the fault; the writer gets it, too.
 */
export class DecoderStream<T extends object> {
	readonly readable: ReadableStream<T>;
	readonly writable: WritableStream<Uint8Array>;

	constructor(decoder: Decoder<T>) {
		// It passes chunks on as they are, and holds the writer back.
		const chunks = new TransformStream<Uint8Array, Uint8Array>();
		const reader = chunks.readable.getReader();
		this.writable = chunks.writable;
		this.readable = new ReadableStream<T>(
			{
				pull: (controller) => pullResult(decoder, reader, controller),
				cancel: (reason) => reader.cancel(reason),
			},
			{ highWaterMark: 0 },
		);
	}
}

async function pullResult<T extends object>(
	decoder: Decoder<T>,
	reader: ReadableStreamDefaultReader<Uint8Array>,
	controller: ReadableStreamDefaultController<T>,
): Promise<void> {
	try {
		const result = await nextResult(decoder, reader);
		if (result === undefined) controller.close();
		else controller.enqueue(result);
	} catch (error) {
		await reader.cancel(error);
		throw error;
	}
}

async function nextResult<T extends object>(
	decoder: Decoder<T>,
	reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<T | undefined> {
	for (;;) {
		const result = decoder.pull();
		if (result !== undefined) return result;
		const { done, value } = await reader.read();
		if (done) break;
		decoder.push(value);
	}
	decoder.end();
	return undefined;
}
