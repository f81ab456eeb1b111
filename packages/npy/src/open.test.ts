import { array, bitsEqual, copy, dtype, fromBuffer, NDArray, type Range } from "@ndwire/core";
import { fromBytes, fromStream } from "@ndwire/core/source";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeNpy } from "./decode.js";
import { encodeNpy } from "./encode.js";
import { openNpy } from "./open.js";
import { CountingSource } from "./testing/counting-source.js";
import { npyFile, toHex } from "./testing/npy-file.js";
import { numpyFiles, structuredNumpyFiles, unalignedStructure } from "./testing/numpy-files.js";
import { streamOf } from "./testing/stream-of.js";

/** A file of an array whose every byte is another one. */
function fileOf(spec: Parameters<typeof dtype>[0], shape: readonly number[], order: "C" | "F" = "C"): Uint8Array {
	const { itemsize } = dtype(spec);
	const length = shape.reduce((size, extent) => size * extent, itemsize);
	const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + (i >> 8) * 11 + 5) & 0xff);
	return encodeNpy(fromBuffer(bytes, { dtype: spec, shape, order }));
}

describe("what is opened is what np.save wrote", () => {
	test.each([...numpyFiles, ...structuredNumpyFiles])("$what", async (file) => {
		const bytes = npyFile(file);
		const npy = await openNpy(bytes);
		expect([npy.shape, npy.header.fortranOrder]).toEqual([file.shape, file.order === "F"]);
		const read = await npy.read();
		expect(bitsEqual(read, decodeNpy(bytes))).toBe(true);
		expect(toHex(read.toBytes({ order: file.order }))).toBe(file.data);
	});
});

describe("nothing is read but", () => {
	const records = [
		["id", "<i4"],
		["value", ">f8"],
		["flag", "?"],
	] as const;
	const inC = fileOf("<f4", [100, 10]);
	const inF = fileOf("<f4", [100, 10], "F");
	const structures = fileOf(records, [50]);
	interface Asked {
		readonly what: string;
		readonly file: Uint8Array;
		readonly ask: readonly Range[] | undefined;
		readonly field?: string;
		readonly reads: number;
		readonly bytes: number;
	}
	test.each<Asked>([
		{ what: "the header", file: inC, ask: undefined, reads: 0, bytes: 0 },
		{ what: "rows of a C file, in one read", file: inC, ask: [[20, 30]], reads: 1, bytes: 400 },
		{ what: "one row of a C file", file: inC, ask: [-1], reads: 1, bytes: 40 },
		{ what: "one column of a C file, an element a read", file: inC, ask: [null, 3], reads: 100, bytes: 400 },
		{
			what: "some columns of a C file, a part of a row a read",
			file: inC,
			ask: [null, [3, 6]],
			reads: 100,
			bytes: 1200,
		},
		{ what: "every second row of a C file", file: inC, ask: [[null, null, 2]], reads: 50, bytes: 2000 },
		{ what: "rows of a C file backwards, in one read", file: inC, ask: [[30, 19, -1]], reads: 1, bytes: 440 },
		{ what: "rows of an F file, a part of a column a read", file: inF, ask: [[20, 30]], reads: 10, bytes: 400 },
		{ what: "one column of an F file, in one read", file: inF, ask: [null, 3], reads: 1, bytes: 400 },
		{ what: "some columns of an F file, in one read", file: inF, ask: [null, [3, 6]], reads: 1, bytes: 1200 },
		{ what: "one element", file: inC, ask: [5, 5], reads: 1, bytes: 4 },
		{ what: "no elements", file: inC, ask: [[5, 5]], reads: 0, bytes: 0 },
		{ what: "some structures", file: structures, ask: [[10, 12]], reads: 1, bytes: 26 },
		{ what: "one field of some structures", file: structures, ask: [[10, 20]], field: "value", reads: 10, bytes: 80 },
	])("$what", async ({ file, ask, field, reads, bytes }) => {
		const source = new CountingSource(file);
		const npy = await openNpy(source);
		const { dataOffset } = npy.header;
		expect(source.bytesRead).toBe(dataOffset);
		if (ask === undefined) return;
		const [chosen, whole] = [npy.slice(...ask), decodeNpy(file).slice(...ask)];
		const read = await (field === undefined ? chosen : chosen.field(field)).read();
		expect(bitsEqual(read, field === undefined ? whole : whole.field(field))).toBe(true);
		expect([source.reads.length, source.bytesRead]).toEqual([
			1 + reads + (dataOffset > 128 ? 1 : 0),
			dataOffset + bytes,
		]);
	});

	test("more reads than are allowed are joined, with the bytes between them", async () => {
		const source = new CountingSource(inC);
		const npy = await openNpy(source);
		const read = await npy.slice(null, [3, 6]).read({ maxReads: 99 });
		expect(bitsEqual(read, decodeNpy(inC).slice(null, [3, 6]))).toBe(true);
		expect([source.reads.length, source.bytesRead]).toEqual([2, 128 + 99 * 40 + 12]);
	});

	test("elements that are far from each other are not joined, however many they are", async () => {
		const file = fileOf("u1", [3, 70_000]);
		const source = new CountingSource(file);
		await (await openNpy(source)).slice(null, 5).read({ maxReads: 1 });
		expect([source.reads.length, source.bytesRead]).toEqual([4, 131]);
	});

	test("joined reads of a large file are cut into pieces", async () => {
		const file = fileOf("<i4", [100_000, 5]);
		const source = new CountingSource(file);
		const read = await (await openNpy(source)).slice(null, 2).read();
		expect(bitsEqual(read, decodeNpy(file).slice(null, 2))).toBe(true);
		expect(Math.max(...source.reads.map(([, length]) => length))).toBeLessThanOrEqual(2 ** 18);
	});
});

describe("rows", () => {
	const file = fileOf("<i2", [10, 3]);
	test.each([
		[2, 5],
		[-3, null],
		[8, 100],
		[5, 5],
		[0, null],
	])("from %d to %d are those of Python's slices", async (start, end) => {
		const rows = await (await openNpy(file)).rows(start, end);
		expect(bitsEqual(rows, decodeNpy(file).slice([start, end]))).toBe(true);
	});

	test("of a scalar are a wrong argument", async () => {
		await expect((await openNpy(fileOf("<i2", []))).rows(0, 1)).rejects.toThrow(RangeError);
	});
});

test("an array in Fortran order is read as one in Fortran order", async () => {
	const read = await (await openNpy(fileOf("<f8", [4, 6], "F"))).rows(1, 3);
	expect([read.shape, read.strides]).toEqual([
		[2, 6],
		[8, 16],
	]);
});

test("an axis that is sliced backwards has a negative stride", async () => {
	const read = await (await openNpy(fileOf("<f8", [4, 6]))).slice([null, null, -1]).read();
	expect(read.strides).toEqual([-48, 8]);
});

describe("any part of any array, from any source, is that part of the array in memory", () => {
	const specs = [
		"u1",
		">i2",
		"<c16",
		"S3",
		"U2",
		"V5",
		"S0",
		[
			["a", "<i4"],
			["b", ">f8", [2]],
			["c", "u1"],
		],
		{ names: ["a", "b"], formats: ["u1", "<i4"], offsets: [1, 4], itemsize: 12 },
	] as const;
	const extents = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 4 });
	const index = fc.option(fc.integer({ min: -9, max: 9 }));
	const range = fc.oneof(
		fc.constant(null),
		fc.tuple(
			index,
			index,
			fc.oneof(
				fc.constant(1),
				fc.integer({ min: -3, max: 3 }).filter((step) => step !== 0),
			),
		),
	);
	const sources = [
		{ what: "memory", open: (bytes: Uint8Array) => bytes },
		{ what: "a Blob", open: (bytes: Uint8Array) => new Blob([bytes.slice()]) },
		{ what: "a stream of unknown size", open: (bytes: Uint8Array) => fromStream(streamOf(bytes, 50)) },
		{
			what: "a stream of known size",
			open: (bytes: Uint8Array) => fromStream(streamOf(bytes, 50), { size: bytes.length }),
		},
	];
	test.each(sources)("$what", async ({ open }) => {
		const given = fc.record({
			spec: fc.constantFrom(...specs),
			shape: extents,
			order: fc.constantFrom("C" as const, "F" as const),
			ranges: fc.array(range, { maxLength: 4 }),
			takesField: fc.boolean(),
			maxReads: fc.constantFrom(1, 3, 1024),
			hasOut: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(given, async ({ spec, shape, order, ranges, takesField, maxReads, hasOut }) => {
				const file = fileOf(spec, shape, order);
				const inMemory = decodeNpy(file).slice(...ranges.slice(0, shape.length));
				const isStruct = inMemory.dtype.tag === "struct";
				const expected = isStruct && takesField ? inMemory.field("b") : inMemory;
				const npy = (await openNpy(open(file))).slice(...ranges.slice(0, shape.length));
				const chosen = isStruct && takesField ? npy.field("b") : npy;
				const out = new Uint8Array(chosen.nbytes + 3).fill(0xee);
				const read = await chosen.read(hasOut ? { maxReads, out } : { maxReads });
				expect(bitsEqual(read, expected)).toBe(true);
				expect([...out.subarray(chosen.nbytes)]).toEqual([0xee, 0xee, 0xee]);
				expect(read.buffer === out.buffer).toBe(hasOut);
			}),
			{ numRuns: 300 },
		);
	});
});

describe("the dtype that is expected", () => {
	test("tells the compiler what the elements are, and may lie in the other byte order", async () => {
		const npy = await openNpy(fileOf(">f8", [4]), { dtype: "<f8" });
		const values: Float64Array = (await npy.read()).toTypedArray();
		expect(values).toHaveLength(4);
		const first: number = (await npy.rows(0, 1)).get(0);
		expect(first).toBe(values[0]);
	});

	test("tells the compiler what a field is", async () => {
		const npy = await openNpy(npyFile(unalignedStructure), {
			dtype: [
				["id", "<i4"],
				["value", "<f8"],
				["flag", "?"],
			],
		});
		const ids: Int32Array = (await npy.field("id").read()).toTypedArray();
		expect([...ids]).toEqual([1, -2]);
	});

	test.each(["<f4", "<i8", "S8", [["a", "<f8"]]] as const)(
		"is refused where it is %j and the file has f8",
		async (spec) => {
			await expect(openNpy(fileOf("<f8", [4]), { dtype: spec })).rejects.toMatchObject({
				name: "FormatError",
				code: "bad-dtype",
				found: "float64",
			});
		},
	);
});

describe("what is refused", () => {
	test("Python objects, with the name of what reads them", async () => {
		const file = npyFile({
			major: 1,
			length: 118,
			text: "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
			data: "80",
		});
		await expect(openNpy(file)).rejects.toMatchObject({
			code: "unsafe-object",
			expected: expect.stringContaining("readNpy"),
		});
	});

	test("elements that are missing, and only when they are asked for", async () => {
		const file = fileOf("<f4", [100, 10]);
		const npy = await openNpy(file.subarray(0, file.length - 1));
		expect((await npy.rows(0, 99)).shape).toEqual([99, 10]);
		for (const part of [npy, npy.slice(-1), npy.slice(null, 9)]) {
			await expect(part.read()).rejects.toMatchObject({ code: "truncated", offset: file.length - 1 });
		}
	});

	test("more elements than there is memory for, before memory is taken", async () => {
		const text = `{'descr': '|V${2 ** 30}', 'fortran_order': False, 'shape': (${2 ** 22},), }`;
		const file = npyFile({ major: 1, length: 118, text, data: "" });
		await expect((await openNpy(file)).read()).rejects.toMatchObject({ code: "truncated" });
		await expect((await openNpy(streamOf(file, 10))).read()).rejects.toMatchObject({ code: "truncated" });
		for (const itemsize of [16, 20]) {
			const sizes = text.replace(`${2 ** 22}`, `${2 ** 53 - 1}`).replace(/V\d+/, `V${itemsize}`);
			const beyond = npyFile({ major: 1, length: 118, text: sizes, data: "" });
			await expect(openNpy(streamOf(beyond, 10))).rejects.toMatchObject({ code: "limit" });
		}
		const source = { size: 2 ** 53 - 1, read: fromBytes(file).read.bind(fromBytes(file)) };
		await expect((await openNpy(source)).slice([null, null, 2]).read()).rejects.toMatchObject({ code: "limit" });
	});

	test.each([
		{ what: "nothing", file: new Uint8Array(0), code: "truncated" },
		{ what: "a text", file: new TextEncoder().encode("no npy file"), code: "bad-magic" },
		{ what: "a header above the limit", file: encodeNpy(array([1], { dtype: "<f8" })), code: "limit" },
	])("$what", async ({ file, code }) => {
		await expect(openNpy(file, { maxHeaderSize: 20 })).rejects.toMatchObject({ name: "FormatError", code });
		await expect(openNpy(streamOf(file, 3), { maxHeaderSize: 20 })).rejects.toMatchObject({ code });
	});

	test("memory that is too small", async () => {
		const npy = await openNpy(fileOf("<f4", [4]));
		await expect(npy.read({ out: new Float32Array(3) })).rejects.toThrow(RangeError);
	});
});

describe("long readings", () => {
	const file = fileOf("<f8", [1000, 10]);

	test("tell how far they have come, up to the end", async () => {
		for (const ask of [[], [null, [0, 5]], [null, 3]] as const) {
			const npy = (await openNpy(streamOf(file, 1000))).slice(...ask);
			const told: { loaded: number; total: number }[] = [];
			await npy.read({ onProgress: (progress) => told.push(progress), maxReads: 10, out: new Uint8Array(npy.nbytes) });
			expect(told.length).toBeGreaterThan(10);
			expect(told.map(({ loaded }) => loaded)).toEqual(told.map(({ loaded }) => loaded).toSorted((a, b) => a - b));
			expect(told.at(-1)?.loaded).toBe(told[0]?.total);
		}
	});

	test("stop when their signal aborts, and leave nothing behind that writes to out", async () => {
		const controller = new AbortController();
		const reason = new Error("enough");
		let running = 0;
		const slow = {
			size: file.length,
			async read(offset: number, length: number) {
				if (offset > 0 && running === 3) controller.abort(reason);
				running++;
				await new Promise((soon) => setTimeout(soon, 1));
				running--;
				controller.signal.throwIfAborted();
				return file.subarray(offset, offset + length);
			},
		};
		const npy = await openNpy(slow);
		await expect(npy.slice(null, 3).read({ signal: controller.signal })).rejects.toBe(reason);
		expect(running).toBe(0);
	});
});

test("copies of what was read do not depend on the file: memory that was given is all that is filled", async () => {
	const out = new Float64Array(20);
	const read = await (await openNpy(fileOf("<f8", [4, 5]))).read({ out });
	expect(read.buffer).toBe(out.buffer);
	expect(bitsEqual(copy(read), new NDArray({ dtype: dtype("<f8"), shape: [4, 5], buffer: out.buffer }))).toBe(true);
});
