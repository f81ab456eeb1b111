import { setImmediate as nextTurn } from "node:timers/promises";
import { zeros } from "@ndwire/core";
import { encodeFrame, FrameDecoderStream } from "@ndwire/raw-struct";

/**
 * Sends a gigabyte of 64 KB frames through the decoding stream, in chunks that are new each time, as a socket's are.
 *
 * @returns By how many bytes the memory of this process grew at most meanwhile.
 */
export async function measureStream(): Promise<{ readonly gigabytes: number; readonly peak: number }> {
	const frame = encodeFrame(zeros([16_384], { dtype: "<f4" }));
	const before = process.memoryUsage.rss();
	let left = 16_384;
	const chunks = new ReadableStream<Uint8Array>({
		async pull(controller) {
			// What ends a turn of the event loop on a socket, too: memory is given back between turns.
			await nextTurn();
			if (left === 0) return controller.close();
			left -= 1;
			controller.enqueue(frame.slice());
		},
	});
	let peak = 0;
	for await (const _ of chunks.pipeThrough(new FrameDecoderStream())) {
		if (left % 64 === 0) peak = Math.max(peak, process.memoryUsage.rss() - before);
	}
	return { gigabytes: (16_384 * frame.length) / 2 ** 30, peak };
}
