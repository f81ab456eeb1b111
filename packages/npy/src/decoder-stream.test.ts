import { bitsEqual, dtype, fromBuffer, type NDArray } from "@ndwire/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeNpy } from "./decode.js";
import { NpyDecoderStream, type NpyChunk, type NpyDecoderStreamOptions } from "./decoder-stream.js";
import { encodeNpy } from "./encode.js";
import { npyFile } from "./testing/npy-file.js";
import { numpyFiles, structuredNumpyFiles, unalignedStructure } from "./testing/numpy-files.js";
import { streamOf } from "./testing/stream-of.js";

async function decoded(bytes: Uint8Array, pieceLength: number, options?: NpyDecoderStreamOptions): Promise<NpyChunk[]> {
	const chunks: NpyChunk[] = [];
	for await (const chunk of streamOf(bytes, pieceLength).pipeThrough(new NpyDecoderStream(options))) chunks.push(chunk);
	return chunks;
}

function ramp(spec: string, shape: readonly number[], order: "C" | "F" = "C"): NDArray {
	const length = shape.reduce((size, extent) => size * extent, dtype(spec).itemsize);
	return fromBuffer(
		Uint8Array.from({ length }, (_, i) => i * 7),
		{ dtype: spec, shape, order },
	);
}

const placed = (chunks: readonly NpyChunk[]) => chunks.map(({ start, array }) => [start, array.shape]);

describe("pieces of any size make the same array", () => {
	const files = [...numpyFiles, ...structuredNumpyFiles];
	test.each([1, 2, 3, 7, 64, 127, 128, 129, 1000])("%d bytes", async (pieceLength) => {
		for (const bytes of files.map(npyFile)) {
			const [chunk, ...others] = await decoded(bytes, pieceLength);
			expect(others).toEqual([]);
			expect(chunk !== undefined && bitsEqual(chunk.array, decodeNpy(bytes))).toBe(true);
		}
	});

	test("several arrays back to back", async () => {
		const chunks = await decoded(Uint8Array.from(files.flatMap((file) => [...npyFile(file)])), 50);
		expect(chunks.map(({ ordinal }) => ordinal)).toEqual([...files.keys()]);
		expect(chunks.map(({ array }) => array.shape)).toEqual(files.map(({ shape }) => shape));
		expect(chunks.map(({ header }) => header.dataLength)).toEqual(files.map(({ data }) => data.length / 2));
	});
});

describe("chunks", () => {
	test("are whole rows of an array in C order", async () => {
		const chunks = await decoded(encodeNpy(ramp("<i4", [10, 5])), 33, { chunkLength: 79 });
		expect(placed(chunks)).toEqual([
			[
				[0, 0],
				[3, 5],
			],
			[
				[3, 0],
				[3, 5],
			],
			[
				[6, 0],
				[3, 5],
			],
			[
				[9, 0],
				[1, 5],
			],
		]);
	});

	test("are whole columns of an array in Fortran order", async () => {
		const chunks = await decoded(encodeNpy(ramp("<i4", [5, 10], "F")), 33, { chunkLength: 60 });
		expect(placed(chunks)).toEqual([
			[
				[0, 0],
				[5, 3],
			],
			[
				[0, 3],
				[5, 3],
			],
			[
				[0, 6],
				[5, 3],
			],
			[
				[0, 9],
				[5, 1],
			],
		]);
		expect(chunks.map(({ array }) => array.order)).toEqual(["F", "F", "F", "F"].with(3, "C"));
	});

	test("are parts of rows that are longer than a chunk", async () => {
		const chunks = await decoded(encodeNpy(ramp("<i4", [2, 5])), 33, { chunkLength: 12 });
		expect(placed(chunks)).toEqual([
			[
				[0, 0],
				[1, 3],
			],
			[
				[0, 3],
				[1, 2],
			],
			[
				[1, 0],
				[1, 3],
			],
			[
				[1, 3],
				[1, 2],
			],
		]);
	});

	test("are single elements where those are longer than a chunk", async () => {
		const chunks = await decoded(encodeNpy(ramp("V10", [2, 2])), 33, { chunkLength: 4 });
		expect(placed(chunks).map(([, shape]) => shape)).toEqual([
			[1, 1],
			[1, 1],
			[1, 1],
			[1, 1],
		]);
	});

	test.each([
		{ what: "a scalar", array: ramp("<i4", []) },
		{ what: "no rows", array: ramp("<i4", [0, 3]) },
		{ what: "rows of no elements", array: ramp("<i4", [3, 0]) },
		{ what: "elements without bytes", array: ramp("S0", [3]) },
	])("are one for $what", async ({ array }) => {
		const chunks = await decoded(encodeNpy(array), 33, { chunkLength: 1 });
		expect(placed(chunks)).toEqual([[array.shape.map(() => 0), array.shape]]);
	});

	test("put together are the array, whatever its shape and order", async () => {
		const given = fc.record({
			shape: fc.array(fc.nat(6), { maxLength: 4 }),
			order: fc.constantFrom("C" as const, "F" as const),
			chunkLength: fc.integer({ min: 1, max: 200 }),
			pieceLength: fc.integer({ min: 1, max: 300 }),
		});
		await fc.assert(
			fc.asyncProperty(given, async ({ shape, order, chunkLength, pieceLength }) => {
				const whole = ramp(">i2", shape, order);
				let size = 0;
				for (const { start, array } of await decoded(encodeNpy(whole), pieceLength, { chunkLength })) {
					const part = whole.slice(...start.map((from, axis) => [from, from + (array.shape[axis] ?? 0)] as const));
					expect(bitsEqual(array, part)).toBe(true);
					expect(array.nbytes).toBeLessThanOrEqual(Math.max(2, chunkLength));
					size += array.size;
				}
				expect(size).toBe(whole.size);
			}),
		);
	});
});

describe("back-pressure", () => {
	test("nothing is taken from the writer but what is asked for", async () => {
		const file = encodeNpy(ramp("u1", [1_000_000]));
		let taken = 0;
		const source = new ReadableStream<Uint8Array>(
			{ pull: (controller) => controller.enqueue(file.slice(taken, (taken += 1000))) },
			{ highWaterMark: 0 },
		);
		const reader = source.pipeThrough(new NpyDecoderStream({ chunkLength: 1000 })).getReader();
		await reader.read();
		await new Promise((soon) => setTimeout(soon, 20));
		expect(taken).toBeLessThan(10_000);
		await reader.cancel();
	});

	test("a reader that has enough ends the writer", async () => {
		const decoder = new NpyDecoderStream();
		const writing = decoder.writable
			.getWriter()
			.write(new Uint8Array(10))
			.catch((error: unknown) => error);
		await decoder.readable.cancel("enough");
		expect(await writing).toBe("enough");
	});
});

describe("what is refused", () => {
	test.each(numpyFiles)("every cut but at the end of an array: $what", async (file) => {
		const whole = npyFile(file);
		for (let length = 1; length < whole.length; length++) {
			const bytes = Uint8Array.from([...whole, ...whole.subarray(0, length)]);
			const refused = { name: "FormatError", code: "truncated", offset: bytes.length };
			await expect(decoded(bytes, 40)).rejects.toMatchObject(refused);
		}
	});

	test("no bytes are no arrays", async () => {
		expect(await decoded(new Uint8Array(0), 1)).toEqual([]);
	});

	test.each([
		{ what: "a text", bytes: new TextEncoder().encode("this is no npy file"), code: "bad-magic" },
		{
			what: "Python objects",
			bytes: npyFile({
				major: 1,
				length: 118,
				text: "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
				data: "80".repeat(50),
			}),
			code: "unsafe-object",
		},
		{ what: "a header above the limit", bytes: npyFile(unalignedStructure), code: "limit" },
	])("$what, on both sides", async ({ bytes, code }) => {
		const decoder = new NpyDecoderStream({ maxHeaderSize: 118 });
		const piped = streamOf(bytes, 7).pipeTo(decoder.writable);
		await expect(decoder.readable.getReader().read()).rejects.toMatchObject({ name: "FormatError", code });
		await expect(piped).rejects.toMatchObject({ name: "FormatError", code });
	});
});
