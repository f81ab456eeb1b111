import { FormatError } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { fromHex } from "../testing/hex.js";
import { decodeRaw, type DecodeRawOptions } from "./decode.js";

const six = fromHex("010002000300040005000600");
const records = [
	["id", "<i4"],
	["value", "<f8"],
	["flag", "?"],
] as const;

describe("as numpy.frombuffer and reshape", () => {
	test.each<[string, DecodeRawOptions, unknown]>([
		["one axis by default", { dtype: "<i2" }, [1, 2, 3, 4, 5, 6]],
		["big-endian elements", { dtype: ">u2", count: 2 }, [256, 512]],
		[
			"a shape in C order",
			{ dtype: "<i2", shape: [2, 3] },
			[
				[1, 2, 3],
				[4, 5, 6],
			],
		],
		[
			"a shape in Fortran order",
			{ dtype: "<i2", shape: [2, 3], order: "F" },
			[
				[1, 3, 5],
				[2, 4, 6],
			],
		],
		[
			"one extent left open",
			{ dtype: "<i2", shape: [-1, 2] },
			[
				[1, 2],
				[3, 4],
				[5, 6],
			],
		],
		["an open extent that is 1", { dtype: "<i2", shape: [6, -1], order: "F" }, [[1], [2], [3], [4], [5], [6]]],
		["a count, and what follows it ignored", { dtype: "<i2", count: 2, shape: [2, 1] }, [[1], [2]]],
		["an offset that is no multiple of the itemsize", { dtype: "<u2", offset: 1, count: 2 }, [512, 768]],
		["no elements", { dtype: "<i2", offset: 12, shape: [0, 3] }, []],
		[
			"the axes of a subarray dtype counted by the shape",
			{ dtype: "(3,)<i2", shape: [3, 2] },
			[
				[1, 2],
				[3, 4],
				[5, 6],
			],
		],
		["any byte as a boolean", { dtype: "?", count: 2 }, [true, false]],
	])("%s", (_, options, list) => {
		expect(decodeRaw(six, options).toList()).toEqual(list);
	});

	test("a record of 13 bytes, whose fields are unaligned views", () => {
		const bytes = fromHex("01000000000000000000044001" + "feffffff000000000000008000");
		const array = decodeRaw(bytes, { dtype: records });
		expect(array.field("value").toList()).toEqual([2.5, -0]);
		expect(array.field("value").buffer).toBe(bytes.buffer);
		const id: Int32Array = array.field("id").toTypedArray();
		expect(id).toEqual(Int32Array.of(1, -2));
	});
});

describe("memory", () => {
	const within = new Uint8Array(20);
	within.set(six, 3);

	test.each([
		["a view of bytes that begin anywhere", within.subarray(3, 15)],
		["a DataView", new DataView(within.buffer, 3, 12)],
		["an ArrayBuffer", six.buffer],
		["a SharedArrayBuffer", shared()],
	])("%s is viewed, not copied", (_, source) => {
		const array = decodeRaw(source, { dtype: "<i2", shape: [2, 3], order: "F" });
		expect(array.buffer).toBe(ArrayBuffer.isView(source) ? source.buffer : source);
		expect(array.toList()).toEqual([
			[1, 3, 5],
			[2, 4, 6],
		]);
	});

	test("copy gives the array memory of its own, in the same order", () => {
		const array = decodeRaw(six, { dtype: "<i2", shape: [2, 3], order: "F", copy: true });
		expect(array.order).toBe("F");
		array.set(0, 0, 9);
		expect(six[0]).toBe(1);
	});
});

describe("every mismatch of sizes is refused, and names both", () => {
	test.each<[code: string, expected: string, found: string, options: DecodeRawOptions]>([
		["bad-length", "8", "12", { dtype: "<f8" }],
		["bad-length", "2", "11", { dtype: "<i2", offset: 1 }],
		["truncated", "16", "12", { dtype: "<i2", shape: [2, 4] }],
		["truncated", "14", "12", { dtype: "<i2", count: 7 }],
		["truncated", "24", "12", { dtype: "<f8", count: 3 }],
		["trailing-data", "8", "12", { dtype: "<i2", shape: [2, 2] }],
		["trailing-data", "2", "12", { dtype: "<i2", shape: [] }],
		["trailing-data", "0", "12", { dtype: "<i2", shape: [0, 7] }],
		["bad-length", "10", "12", { dtype: "<i2", shape: [5, -1] }],
		["bad-length", "0", "12", { dtype: "<i2", shape: [0, -1] }],
		["truncated", "9007199254740992", "12", { dtype: "<i2", shape: [2 ** 26, 2 ** 26] }],
	])("%s: %s and %s bytes for %j", (code, expected, found, options) => {
		expect(refused(options)).toMatchObject({ code, format: "raw" });
		expect(refused(options).expected).toMatch(new RegExp(String.raw`\b${expected}\b`));
		expect(refused(options).found).toMatch(new RegExp(String.raw`^${found} bytes`));
	});

	test.each<[code: string, options: DecodeRawOptions]>([
		["unsafe-object", { dtype: "O" }],
		["unsafe-object", { dtype: [["a", "O"]] }],
		["bad-dtype", { dtype: "f3" }],
		["bad-dtype", { dtype: "S0", shape: [3] }],
		["bad-dtype", { dtype: [] }],
	])("%s: %j", (code, options) => {
		expect(refused(options)).toMatchObject({ code });
	});

	function refused(options: DecodeRawOptions): FormatError {
		try {
			decodeRaw(six, options);
		} catch (error) {
			if (error instanceof FormatError) return error;
			throw error;
		}
		throw new Error("accepted");
	}
});

describe("wrong arguments", () => {
	test("there is no default dtype, and the error says so", () => {
		// @ts-expect-error -- the checker demands a dtype, too
		expect(() => decodeRaw(six, {})).toThrow(
			new TypeError("raw: expected a dtype: there is no default, and NumPy's own would be float64"),
		);
		// @ts-expect-error -- the same
		expect(() => decodeRaw(six)).toThrow(/expected a dtype/);
	});

	test.each<DecodeRawOptions>([
		{ dtype: "u1", offset: 13 },
		{ dtype: "u1", offset: -1 },
		{ dtype: "u1", offset: 0.5 },
		{ dtype: "u1", count: -1 },
		{ dtype: "u1", count: 1.5 },
		{ dtype: "u1", shape: [-1, -1] },
		{ dtype: "u1", shape: [-2, 6] },
		{ dtype: "u1", shape: [2.5] },
		{ dtype: "u1", shape: [2 ** 53] },
	])("%j", (options) => {
		expect(() => decodeRaw(six, options)).toThrow(RangeError);
	});

	test("text is no memory", () => {
		// @ts-expect-error -- neither is it to the checker
		expect(() => decodeRaw("AQI=", { dtype: "u1" })).toThrow(TypeError);
	});
});

function shared(): SharedArrayBuffer {
	const buffer = new SharedArrayBuffer(12);
	new Uint8Array(buffer).set(six);
	return buffer;
}
