import { array, type NDArray } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { fromHex } from "../testing/hex.js";
import { numpyFrames } from "../testing/numpy-frames.js";
import { FrameDecoderStream } from "./decoder-stream.js";
import { encodeFrame } from "./encode.js";

const matrix = fromHex(numpyFrames[0].hex);

function chunksOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
	let at = 0;
	return new ReadableStream({
		pull(controller) {
			if (at >= bytes.length) return controller.close();
			controller.enqueue(bytes.slice(at, at + size));
			at += size;
		},
	});
}

test.each([1, 3, 19, 31, 40, 200])("arrays come out of chunks of %d bytes", async (size) => {
	const frames = Uint8Array.from([...matrix, ...matrix, ...matrix]);
	const lists: unknown[] = [];
	for await (const found of chunksOf(frames, size).pipeThrough(new FrameDecoderStream())) lists.push(found.toList());
	expect(lists).toEqual([numpyFrames[0].values, numpyFrames[0].values, numpyFrames[0].values]);
});

test("nobody reads, so the writer is held back, and a large chunk is not decoded at once", async () => {
	const { readable, writable } = new FrameDecoderStream();
	const writer = writable.getWriter();
	const frame = encodeFrame(array([1, 2, 3], { dtype: "<i4" }));
	let written = 0;
	for (let count = 0; count < 10; count += 1) void writer.write(frame).then(() => (written += 1));
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(written).toBe(0);
	const reader = readable.getReader();
	for (const expected of [1, 2, 3]) {
		expect((await reader.read()).value?.toList()).toEqual([1, 2, 3]);
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(written).toBeLessThanOrEqual(expected);
	}
});

describe("a fault", () => {
	test("comes after the arrays before it in the same chunk, and the writer hears of it", async () => {
		const { readable, writable } = new FrameDecoderStream();
		const writer = writable.getWriter();
		const fault = expect.objectContaining({ name: "FormatError", code: "limit", offset: matrix.length });
		const reader = readable.getReader();
		const writing = writer.write(Uint8Array.from([...matrix, 255, 255, 255, 255]));
		expect((await reader.read()).value?.shape).toEqual([2, 3]);
		await writing;
		await expect(reader.read()).rejects.toEqual(fault);
		await expect(writer.write(matrix)).rejects.toEqual(fault);
	});

	test("the end within a frame says how many bytes are missing", async () => {
		const found: NDArray[] = [];
		const reading = (async () => {
			const cut = Uint8Array.from([...matrix, ...matrix.subarray(0, -5)]);
			for await (const array of chunksOf(cut, 8).pipeThrough(new FrameDecoderStream())) found.push(array);
		})();
		await expect(reading).rejects.toMatchObject({ code: "truncated", found: "7: 5 are missing" });
		expect(found).toHaveLength(1);
	});

	test("of the source reaches the reader", async () => {
		const { readable, writable } = new FrameDecoderStream();
		const reading = readable.getReader().read();
		await writable.abort(new Error("the peer is gone"));
		await expect(reading).rejects.toThrow("the peer is gone");
	});
});

test("a reader that stops stops the writer", async () => {
	const { readable, writable } = new FrameDecoderStream();
	await readable.cancel("enough");
	await expect(writable.getWriter().write(matrix)).rejects.toBe("enough");
});

test("the byte order is said once a frame has come", async () => {
	const stream = new FrameDecoderStream({ byteOrder: "detect" });
	const reader = chunksOf(fromHex(numpyFrames[1].hex), 100).pipeThrough(stream).getReader();
	expect(stream.byteOrder).toBeUndefined();
	await reader.read();
	expect(stream.byteOrder).toBe("big");
});
