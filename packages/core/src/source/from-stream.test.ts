import { describe, expect, test } from "vitest";
import { streamOf } from "../testing/stream-of.js";
import { fromResponse } from "./from-response.js";
import { fromStream } from "./from-stream.js";

const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);

test.each([1, 2, 3, 7, 64, 99, 100])("pieces of %d bytes make the same ranges", async (pieceLength) => {
	const source = fromStream(streamOf(bytes, pieceLength));
	for (const [offset, length] of [
		[0, 6],
		[6, 2],
		[8, 0],
		[10, 50],
		[99, 1],
	] as const) {
		expect(await source.read(offset, length)).toEqual(bytes.slice(offset, offset + length));
	}
});

test.each([
	{ what: "read", first: 10 },
	{ what: "passed over", first: 60 },
])("bytes that were $what are gone, and what comes after them is not", async ({ first }) => {
	const source = fromStream(streamOf(bytes, 7));
	await source.read(first, 10);
	await expect(source.read(first + 9, 1)).rejects.toMatchObject({
		name: "SourceError",
		code: "passed",
		offset: first + 9,
	});
	expect(await source.read(first + 10, 1)).toEqual(Uint8Array.of(first + 10));
});

test("reads that are asked for at once are served in turn", async () => {
	const source = fromStream(streamOf(bytes, 7));
	const reads = await Promise.all([source.read(0, 30), source.read(30, 30), source.read(60, 40)]);
	expect(Uint8Array.from(reads.flatMap((read) => [...read]))).toEqual(bytes);
});

test("a refused read does not stop those behind it", async () => {
	const source = fromStream(streamOf(bytes, 7));
	const [wrong, right] = await Promise.allSettled([source.read(-1, 1), source.read(0, 1)]);
	expect([wrong.status, right.status]).toEqual(["rejected", "fulfilled"]);
});

test("what a stream of unknown size is said to hold is not allocated before it is there", async () => {
	const { arrayBuffers: before } = process.memoryUsage();
	const reading = fromStream(new ReadableStream({ pull: () => new Promise(() => undefined) })).read(0, 2 ** 40);
	await Promise.race([reading, new Promise((soon) => setTimeout(soon, 20))]);
	expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4_000_000);
});

test.each([{ size: undefined }, { size: 3_000_000 }])(
	"more than the first allocation holds is read, size $size",
	async ({ size }) => {
		const large = Uint8Array.from({ length: 3_000_000 }, (_, i) => i * 7);
		expect(equal(await fromStream(streamOf(large, 65_537), { size }).read(1, 2_999_999), large.subarray(1))).toBe(true);
		expect(
			equal(await fromStream(streamOf(large, 3_000_000), { size }).read(0, 2_500_000), large.subarray(0, 2_500_000)),
		).toBe(true);
	},
);

test("more than there is memory for is refused", async () => {
	const source = fromStream(streamOf(bytes, 7), { size: 2 ** 52 });
	await expect(source.read(0, 2 ** 52)).rejects.toMatchObject({ name: "FormatError", code: "limit" });
});

test("a stream that fails has ended, and says why", async () => {
	const cause = new Error("the line is dead");
	let pulls = 0;
	const source = fromStream(
		new ReadableStream({
			pull(controller) {
				if (pulls++ === 0) controller.enqueue(bytes.slice(0, 5));
				else controller.error(cause);
			},
		}),
	);
	await expect(source.read(0, 10)).rejects.toMatchObject({ code: "truncated", found: "5", offset: 5, cause });
});

describe("a signal that aborts while bytes are waited for", () => {
	test("ends the read with its reason, cancels the stream, and ends every later read", async () => {
		let canceled: unknown;
		const source = fromStream(new ReadableStream({ cancel: (reason) => void (canceled = reason) }));
		const controller = new AbortController();
		const reading = source.read(0, 10, { signal: controller.signal });
		const reason = new Error("enough");
		setTimeout(() => controller.abort(reason), 5);
		await expect(reading).rejects.toBe(reason);
		expect(canceled).toBe(reason);
		await expect(source.read(0, 10)).rejects.toBe(reason);
	});
});

test("close cancels the stream", async () => {
	let canceled: unknown;
	await fromStream(new ReadableStream({ cancel: (reason) => void (canceled = reason) })).close("enough");
	expect(canceled).toBe("enough");
});

describe("a response", () => {
	test.each([
		{ what: "with a length", headers: { "content-length": "100" }, size: 100 },
		{ what: "without a length", headers: {}, size: undefined },
		{ what: "that was compressed", headers: { "content-length": "40", "content-encoding": "gzip" }, size: undefined },
	])("$what has size $size", async ({ headers, size }) => {
		const source = fromResponse(new Response(bytes, { headers }));
		expect([source.size, await source.read(0, 100)]).toEqual([size, bytes]);
	});

	test("without a body is empty", async () => {
		const source = fromResponse(new Response(null));
		expect(await source.read(0, 0)).toEqual(new Uint8Array(0));
		await expect(source.read(0, 1)).rejects.toMatchObject({ code: "truncated" });
	});

	test("that is no success is refused", () => {
		expect(() => fromResponse(new Response("", { status: 404, statusText: "Not Found" }))).toThrow(
			expect.objectContaining({ name: "SourceError", code: "status", found: "404 Not Found" }),
		);
	});
});

/** As `toEqual` does, without a look at each byte. */
function equal(one: Uint8Array, other: Uint8Array): boolean {
	return Buffer.compare(one, other) === 0;
}
