import { mkdtemp, open, rm, truncate, writeFile } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { array, NDArray } from "@ndwire/core";
import { fromFile } from "@ndwire/core/node";
import { fromBytes, fromStream, type ByteSource } from "@ndwire/core/source";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { decodeFrame } from "../frame/decode.js";
import { encodeFrame } from "../frame/encode.js";
import { fromHex, toHex } from "../testing/hex.js";
import { numpyFrames, recordFrame } from "../testing/numpy-frames.js";
import { openArrayBin } from "./open.js";
import { writeArrayBin } from "./write.js";

const matrix = fromHex(numpyFrames[0].hex);
let folder = "";
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "array-bin-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A source that notes what it is asked for. */
function noted(bytes: Uint8Array): ByteSource & { readonly asked: (readonly [offset: number, length: number])[] } {
	const source = fromBytes(bytes);
	const asked: [number, number][] = [];
	return {
		size: bytes.length,
		asked,
		read: (offset, length, options) => {
			asked.push([offset, length]);
			return source.read(offset, length, options);
		},
	};
}

describe("openArrayBin", () => {
	test("reads the header, and rows alone", async () => {
		const source = noted(matrix);
		const file = await openArrayBin(source);
		expect(file).toMatchObject({ shape: [2, 3], byteOrder: "little", dataOffset: 19, dataLength: 12 });
		expect((await file.rows(1, 2)).toList()).toEqual([[4, 5, 6]]);
		expect((await file.read()).toList()).toEqual(numpyFrames[0].values);
		expect(source.asked).toEqual([
			[0, 31],
			[25, 6],
			[19, 12],
		]);
	});

	test.each<[start: number, end: number | null, values: unknown]>([
		[0, 0, []],
		[2, 1, []],
		[0, null, numpyFrames[0].values],
		[0, 7, numpyFrames[0].values],
		[-1, null, [[4, 5, 6]]],
		[-9, -1, [[1, 2, 3]]],
	])("rows %s to %s, as a slice has them", async (start, end, values) => {
		expect((await (await openArrayBin(matrix)).rows(start, end)).toList()).toEqual(values);
	});

	test("half a row is none", async () => {
		await expect((await openArrayBin(matrix)).rows(0.5)).rejects.toThrow(RangeError);
	});

	test("an array without axes has no rows", async () => {
		const file = await openArrayBin(fromHex(numpyFrames[2].hex));
		await expect(file.rows(0, 0)).rejects.toThrow(RangeError);
		expect((await file.read()).get()).toBe(7);
	});

	test("fields are told, and the byte order of the counts detected", async () => {
		const records = [
			["id", "<i4"],
			["value", "<f8"],
			["flag", "?"],
		] as const;
		const table = await openArrayBin(fromHex(recordFrame), { dtype: records, byteOrder: "detect" });
		const ids = (await table.rows(1, 2)).field("id").toTypedArray();
		expectTypeOf(ids).toEqualTypeOf<Int32Array>();
		expect([table.byteOrder, ids]).toEqual(["little", Int32Array.of(-2)]);
	});

	test("memory that is given is read into, and progress is told", async () => {
		const out = new Uint8Array(20);
		const told: unknown[] = [];
		const file = await openArrayBin(matrix);
		const rows = await file.rows(0, 1, { out, onProgress: (progress) => told.push(progress) });
		expect([rows.buffer, toHex(out.subarray(0, 8)), told]).toEqual([
			out.buffer,
			"0100020003000000",
			[{ loaded: 6, total: 6 }],
		]);
	});

	test("a stream is read forwards, its size being unknown", async () => {
		const file = await openArrayBin(fromStream(new Blob([matrix]).stream()));
		expect((await file.rows(1, 2)).toList()).toEqual([[4, 5, 6]]);
	});

	test.each([
		["truncated", matrix.subarray(0, -1)],
		["truncated", matrix.subarray(0, 10)],
		["truncated", new Uint8Array(0)],
		["trailing-data", Uint8Array.from([...matrix, 0])],
	])("%s: a file of another size than it says", async (code, bytes) => {
		await expect(openArrayBin(bytes)).rejects.toMatchObject({ code });
	});

	test("a header longer than what is read at once", async () => {
		const text = `${"i1,".repeat(200)}i1`;
		const length = new Uint8Array(4);
		new DataView(length.buffer).setUint32(0, text.length, true);
		const bytes = Uint8Array.from([...length, ...new TextEncoder().encode(text), 0, 0, 0, 0, ...new Uint8Array(201)]);
		expect((await openArrayBin(bytes)).dtype.itemsize).toBe(201);
	});

	test("a signal stops", async () => {
		const signal = AbortSignal.abort(new Error("enough"));
		await expect(openArrayBin(matrix, { signal })).rejects.toThrow("enough");
		await expect((await openArrayBin(matrix)).read({ signal })).rejects.toThrow("enough");
	});

	test("a file above 4 GiB is read at both ends", async () => {
		const path = join(folder, "large.bin");
		const shape = [0x1_4000, 0x1_0000];
		const header = encodeFrame(new NDArray({ ...array(0, { dtype: "u1" }), shape: [0, 0], strides: [0, 0] }));
		const counts = new DataView(header.buffer, header.length - 8);
		for (const [axis, extent] of shape.entries()) counts.setUint32(4 * axis, extent, true);
		await writeFile(path, header);
		await truncate(path, header.length + 0x1_4000_0000);
		const handle = await open(path, "r+");
		await handle.write(Uint8Array.of(11), 0, 1, header.length);
		await handle.write(Uint8Array.of(22), 0, 1, header.length + 0x1_4000_0000 - 1);
		await handle.close();
		const source = await fromFile(path);
		const file = await openArrayBin(source);
		expect(file.dataLength).toBe(0x1_4000_0000);
		expect((await file.rows(0, 1)).get(0, 0)).toBe(11);
		expect((await file.rows(0x1_3fff, 0x1_4000)).get(0, -1)).toBe(22);
		await source.close();
	});
});

describe("writeArrayBin", () => {
	test("writes the frame, and closes the file", async () => {
		const path = join(folder, "written.bin");
		await writeArrayBin(decodeFrame(matrix), Writable.toWeb(createWriteStream(path)));
		const source = await fromFile(path);
		expect(toHex(await source.read(0, source.size ?? 0))).toBe(toHex(matrix));
		await source.close();
	});

	test("an array of any layout and size goes in pieces of at most a megabyte", async () => {
		const wide = new NDArray({ ...array([1, 2, 3], { dtype: "<u2" }), shape: [3, 2, 700_000], strides: [2, 0, 0] });
		const sizes: number[] = [];
		const all: Uint8Array[] = [];
		const sink = new WritableStream<Uint8Array>({ write: (piece) => void (sizes.push(piece.length), all.push(piece)) });
		const told: number[] = [];
		await writeArrayBin(wide, sink, { onProgress: ({ loaded }) => told.push(loaded) });
		expect(Math.max(...sizes)).toBeLessThanOrEqual(0x10_0000);
		expect(told.at(-1)).toBe(23 + wide.nbytes);
		const read = decodeFrame(Buffer.concat(all));
		expect(Buffer.compare(read.toBytes(), wide.toBytes())).toBe(0);
	});

	test("several frames in one file", async () => {
		const chunks: Uint8Array[] = [];
		const sink = new WritableStream<Uint8Array>({ write: (piece) => void chunks.push(piece) });
		await writeArrayBin(decodeFrame(matrix), sink, { preventClose: true });
		await writeArrayBin(decodeFrame(matrix), sink);
		expect(toHex(Buffer.concat(chunks))).toBe(toHex(matrix).repeat(2));
		await expect(sink.getWriter().write(matrix)).rejects.toThrow(TypeError);
	});

	test("a refused array leaves the sink as it was", async () => {
		const sink = new WritableStream<Uint8Array>();
		const refused = { ...array(0, { dtype: "u1" }), shape: [0, 2 ** 32], strides: [0, 0] };
		await expect(writeArrayBin(new NDArray(refused), sink)).rejects.toMatchObject({ code: "overflow" });
		expect(sink.locked).toBe(false);
	});

	test("a sink that fails, and a signal", async () => {
		const broken = new WritableStream<Uint8Array>({
			write: () => {
				throw new Error("disk full");
			},
		});
		await expect(writeArrayBin(decodeFrame(matrix), broken)).rejects.toThrow("disk full");
		const signal = AbortSignal.abort(new Error("enough"));
		await expect(writeArrayBin(decodeFrame(matrix), new WritableStream(), { signal })).rejects.toThrow("enough");
	});
});
