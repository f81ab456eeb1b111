import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fromFile } from "../node/from-file.js";
import { startServer } from "../testing/http-server.js";
import { sendRange } from "../testing/send-range.js";
import { streamOf } from "../testing/stream-of.js";
import type { ByteSource } from "./byte-source.js";
import { fromBlob } from "./from-blob.js";
import { fromBytes } from "./from-bytes.js";
import { fromResponse } from "./from-response.js";
import { fromStream } from "./from-stream.js";
import { fromUrl } from "./from-url.js";

const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * 37 + 11) & 0xff);
const folder = mkdtempSync(join(tmpdir(), "ndwire-sources-"));
const path = join(folder, "bytes");
writeFileSync(path, bytes);
const { server, url } = await startServer(sendRange(bytes));
const file = await fromFile(path);
afterAll(async () => {
	server.close();
	await file.close();
	rmSync(folder, { recursive: true });
});

const makers: readonly (readonly [name: string, make: () => ByteSource | Promise<ByteSource>])[] = [
	["bytes", () => fromBytes(bytes)],
	["an ArrayBuffer", () => fromBytes(bytes.slice().buffer)],
	[
		"a view inside a buffer",
		() => fromBytes(new DataView(Uint8Array.from([1, 2, ...bytes, 3]).buffer, 2, bytes.length)),
	],
	["a Blob", () => fromBlob(new Blob([bytes]))],
	["a Response", () => fromResponse(new Response(bytes, { headers: { "content-length": `${bytes.length}` } }))],
	["a stream in pieces of 7 bytes", () => fromStream(streamOf(bytes, 7))],
	["a stream in one piece, of known size", () => fromStream(streamOf(bytes, 3000), { size: 3000 })],
	["a URL", () => fromUrl(url)],
	["a file", () => file],
];

describe.each(makers)("%s", (_, make) => {
	test.each([
		{ what: "all of it", offset: 0, length: 3000 },
		{ what: "its beginning", offset: 0, length: 10 },
		{ what: "something in the middle", offset: 1000, length: 1024 },
		{ what: "its last byte", offset: 2999, length: 1 },
		{ what: "nothing at its beginning", offset: 0, length: 0 },
		{ what: "nothing at its end", offset: 3000, length: 0 },
	])("gives $what", async ({ offset, length }) => {
		const source = await make();
		expect(await source.read(offset, length)).toEqual(bytes.slice(offset, offset + length));
	});

	test("gives one range after another", async () => {
		const source = await make();
		expect(await source.read(3, 5)).toEqual(bytes.slice(3, 8));
		expect(await source.read(8, 1500)).toEqual(bytes.slice(8, 1508));
		expect(await source.read(2000, 1000)).toEqual(bytes.slice(2000));
	});

	test("fills the memory given from its beginning, and leaves the rest of it alone", async () => {
		const memory = new Uint8Array(2010).fill(0xee);
		const read = await (await make()).read(900, 2000, { into: memory.subarray(5) });
		expect([read.buffer, read.byteOffset, read.length]).toEqual([memory.buffer, 5, 2000]);
		expect(memory).toEqual(
			Uint8Array.from([...Array(5).fill(0xee), ...bytes.slice(900, 2900), ...Array(5).fill(0xee)]),
		);
	});

	test.each([
		{ offset: 2999, length: 2 },
		{ offset: 0, length: 3001 },
		{ offset: 0, length: 2 ** 52 },
		{ offset: 5000, length: 10 },
	])("refuses $length bytes from byte $offset as truncated", async ({ offset, length }) => {
		await expect((await make()).read(offset, length)).rejects.toMatchObject({ name: "FormatError", code: "truncated" });
	});

	test.each([
		[-1, 1],
		[0, -1],
		[0.5, 1],
		[0, Number.NaN],
		[2 ** 53, 1],
	])("takes an offset of %d with a length of %d for a wrong argument", async (offset, length) => {
		await expect((await make()).read(offset, length)).rejects.toThrow(RangeError);
	});

	test("takes memory one byte short for a wrong argument", async () => {
		await expect((await make()).read(0, 10, { into: new Uint8Array(9) })).rejects.toThrow(RangeError);
	});

	test("reads nothing for a signal that has aborted, and rejects with its reason", async () => {
		const reason = new Error("enough");
		await expect((await make()).read(0, 2000, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
	});
});

test("sources know their size, where it can be known", async () => {
	const sizes = await Promise.all(makers.map(async ([, make]) => (await make()).size));
	expect(sizes).toEqual([3000, 3000, 3000, 3000, 3000, undefined, 3000, 3000, 3000]);
});
