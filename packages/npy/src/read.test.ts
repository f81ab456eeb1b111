import { bitsEqual, type PickleDecoder, zeros } from "@ndwire/core";
import { fromBytes } from "@ndwire/core/source";
import { describe, expect, test } from "vitest";
import { decodeNpy } from "./decode.js";
import { encodeNpy } from "./encode.js";
import { readNpy } from "./read.js";
import { CountingSource } from "./testing/counting-source.js";
import { npyFile } from "./testing/npy-file.js";
import { numpyFiles, structuredNumpyFiles } from "./testing/numpy-files.js";
import { streamOf } from "./testing/stream-of.js";

const files = [...numpyFiles, ...structuredNumpyFiles];
const [first] = numpyFiles.map(npyFile);
const file = first ?? new Uint8Array(0);

describe("an array is the same from wherever it is read", () => {
	test.each([
		{ what: "bytes", open: (bytes: Uint8Array) => bytes },
		{ what: "a buffer", open: (bytes: Uint8Array) => bytes.slice().buffer },
		{ what: "a source", open: (bytes: Uint8Array) => fromBytes(bytes) },
		{ what: "a Blob", open: (bytes: Uint8Array) => new Blob([bytes.slice()]) },
		{ what: "a Response", open: (bytes: Uint8Array) => new Response(bytes.slice()) },
		{ what: "a stream of single bytes", open: (bytes: Uint8Array) => streamOf(bytes, 1) },
		{ what: "a stream of 13 bytes at a time", open: (bytes: Uint8Array) => streamOf(bytes, 13) },
	])("$what", async ({ open }) => {
		for (const bytes of files.map(npyFile)) {
			const read = await readNpy(open(bytes));
			expect(bitsEqual(read, decodeNpy(bytes))).toBe(true);
			expect(read.order).toBe(decodeNpy(bytes).order);
		}
	});
});

test("memory is not copied, but viewed", async () => {
	expect((await readNpy(file)).buffer).toBe(file.buffer);
});

test("a file is read in two reads, and nothing twice", async () => {
	const source = new CountingSource(file);
	await readNpy(source);
	expect(source.reads).toEqual([
		[0, 128],
		[128, 12],
	]);
});

test("a header that is longer than usual is read in two reads, and nothing twice", async () => {
	const long = encodeNpy(zeros([1], { dtype: Array.from({ length: 30 }, (_, i) => [`field${i}`, "<f8"] as const) }));
	const source = new CountingSource(long);
	await readNpy(source);
	expect(source.reads).toEqual([
		[0, 128],
		[128, long.length - 240 - 128],
		[long.length - 240, 240],
	]);
});

test("elements are read into the memory that is given", async () => {
	const out = new Int16Array(8);
	const read = await readNpy(streamOf(file, 7), { out });
	expect([read.buffer, [...out]]).toEqual([out.buffer, [1, -2, 3, 4, 5, -32768, 0, 0]]);
	await expect(readNpy(file, { out: new Int16Array(5) })).rejects.toThrow(RangeError);
});

test("a stream is closed behind the array, other sources are not", async () => {
	let canceled = false;
	const endless = new ReadableStream<Uint8Array>({
		pull: (controller) => controller.enqueue(file),
		cancel: () => void (canceled = true),
	});
	await readNpy(endless);
	expect(canceled).toBe(true);

	let closed = false;
	await readNpy(Object.assign(new CountingSource(file), { close: async () => void (closed = true) }));
	expect(closed).toBe(false);
});

describe("Python objects", () => {
	const text = "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }";
	const objects = npyFile({ major: 1, length: 118, text, data: "80024e2e" });
	const array = zeros([2], { dtype: "<i4" });
	const seen: unknown[] = [];
	const decodePickle: PickleDecoder = (bytes, options) => {
		seen.push([...bytes], options?.encoding);
		return { value: array, end: bytes.length };
	};

	test("are refused without a decoder for them", async () => {
		const refused = { code: "unsafe-object", expected: expect.stringContaining("the option decodePickle") };
		await expect(readNpy(objects)).rejects.toMatchObject(refused);
	});

	test.each([1, 100_000])(
		"are handed to the decoder, all of them, from a stream by %d bytes too",
		async (pieceLength) => {
			seen.length = 0;
			expect(await readNpy(objects, { decodePickle, encoding: "latin1" })).toBe(array);
			expect(await readNpy(streamOf(objects, pieceLength), { decodePickle, encoding: "latin1" })).toBe(array);
			const pickle = [0x80, 2, 0x4e, 0x2e];
			expect(seen).toEqual([pickle, "latin1", pickle, "latin1"]);
		},
	);

	test("are read to the end from a stream of any length", async () => {
		const long = Uint8Array.from([...objects, ...new Uint8Array(2 ** 19)]);
		seen.length = 0;
		await readNpy(streamOf(long, 60_000), { decodePickle });
		expect(seen[0]).toHaveLength(4 + 2 ** 19);
	});

	test("lift the limit of the header, as allow_pickle does, unless one is given", async () => {
		const large = npyFile({ major: 1, length: 20_000, text, data: "2e" });
		expect(await readNpy(large, { decodePickle })).toBe(array);
		expect(decodeNpy(large, { decodePickle })).toBe(array);
		await expect(readNpy(large, { decodePickle, maxHeaderSize: 10_000 })).rejects.toMatchObject({ code: "limit" });
		expect(() => decodeNpy(large, { decodePickle, maxHeaderSize: 10_000 })).toThrow("maxHeaderSize");
	});

	test("that are no array of the expected dtype are refused", async () => {
		await expect(readNpy(objects, { decodePickle, dtype: "<f8" })).rejects.toMatchObject({ code: "bad-dtype" });
		const read: Int32Array = (await readNpy(objects, { decodePickle, dtype: "<i4" })).toTypedArray();
		expect(read).toHaveLength(2);
	});
});

describe("a file cut at any byte", () => {
	test.each(files)("is refused as it is from memory: $what", async (numpyFile) => {
		const whole = npyFile(numpyFile);
		for (let length = 0; length < whole.length; length++) {
			const cut = whole.subarray(0, length);
			for (const source of [cut, new Blob([cut.slice()]), streamOf(cut, 5)]) {
				await expect(readNpy(source)).rejects.toMatchObject({ name: "FormatError", code: "truncated", offset: length });
			}
		}
	});
});

test("the expected dtype is checked before elements are read", async () => {
	const source = new CountingSource(file);
	await expect(readNpy(source, { dtype: "<f8" })).rejects.toMatchObject({ code: "bad-dtype", found: "int16" });
	expect(source.bytesRead).toBe(128);
});
