import { array } from "@ndwire/core";
import { fromBytes, fromStream } from "@ndwire/core/source";
import { describe, expect, test } from "vitest";
import { fromHex, toHex } from "../testing/hex.js";
import { readRaw, type ReadRawOptions } from "./read.js";
import { writeRaw } from "./write.js";

const six = fromHex("010002000300040005000600");

describe("readRaw, as numpy.fromfile", () => {
	test.each<[string, ReadRawOptions, unknown]>([
		["all", { dtype: "<i2" }, [1, 2, 3, 4, 5, 6]],
		[
			"a shape",
			{ dtype: "<i2", shape: [-1, 3], order: "F" },
			[
				[1, 3, 5],
				[2, 4, 6],
			],
		],
		["a count from an offset", { dtype: "<i2", offset: 2, count: 2 }, [2, 3]],
	])("%s", async (_, options, list) => {
		expect((await readRaw(new Blob([six]), options)).toList()).toEqual(list);
	});

	test("only what is asked for is read, into memory that is given", async () => {
		const out = new Uint8Array(4);
		const found = await readRaw(fromBytes(six), { dtype: "<i2", offset: 4, count: 2, out });
		expect([found.buffer, toHex(out)]).toEqual([out.buffer, "03000400"]);
	});

	test("a stream needs a count", async () => {
		const stream = (): ReadableStream<Uint8Array> => new Blob([six]).stream();
		await expect(readRaw(fromStream(stream()), { dtype: "<i2" })).rejects.toThrow(TypeError);
		expect((await readRaw(fromStream(stream()), { dtype: "<i2", count: 2 })).toList()).toEqual([1, 2]);
	});

	test.each<[string, ReadRawOptions]>([
		["bad-length", { dtype: "<f8" }],
		["truncated", { dtype: "<i2", count: 7 }],
		["truncated", { dtype: "<i2", shape: [7] }],
		["trailing-data", { dtype: "<i2", shape: [5] }],
		["unsafe-object", { dtype: "O" }],
	])("%s: %j", async (code, options) => {
		await expect(readRaw(six, options)).rejects.toMatchObject({ code });
	});

	test.each<ReadRawOptions>([
		{ dtype: "<i2", offset: 13 },
		{ dtype: "<i2", count: -1 },
		{ dtype: "<i2", count: 2, out: new Uint8Array(3) },
	])("%j is a wrong argument", async (options) => {
		await expect(readRaw(six, options)).rejects.toThrow(RangeError);
	});
});

test("writeRaw writes what tofile does: C order, whatever the array's own", async () => {
	const chunks: Uint8Array[] = [];
	const sink = new WritableStream<Uint8Array>({ write: (piece) => void chunks.push(piece) });
	const matrix = array([Uint8Array.of(0, 1, 2), Uint8Array.of(3, 4, 5)], { dtype: "u1", order: "F" });
	await writeRaw(matrix, sink);
	expect(toHex(Buffer.concat(chunks))).toBe("000102030405");
	await expect(writeRaw(array([null], { dtype: "O" }), new WritableStream())).rejects.toMatchObject({
		code: "unsafe-object",
	});
});
