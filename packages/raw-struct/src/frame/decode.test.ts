import { FormatError, formatDtype, type NDArray } from "@ndwire/core";
import { describe, expect, expectTypeOf, test } from "vitest";
import { fromHex } from "../testing/hex.js";
import { numpyFrames, recordFrame } from "../testing/numpy-frames.js";
import { decodeFrame, decodeFrameHeader, decodeFrames } from "./decode.js";
import type { DecodeFrameOptions } from "./options.js";

const matrix = fromHex(numpyFrames[0].hex);
const records = [
	["id", "<i4"],
	["value", "<f8"],
	["flag", "?"],
] as const;

describe("frames that NumPy and struct made", () => {
	test.each(numpyFrames)("$what", ({ hex, counts, str, shape, values }) => {
		const array = decodeFrame(fromHex(hex), { byteOrder: counts });
		expect([formatDtype(array.dtype, "str"), array.shape, array.toList()]).toEqual([str, shape, values]);
	});

	test.each(numpyFrames)("$what: the byte order of the counts is detected, and said", ({ hex, counts, values }) => {
		expect(decodeFrame(fromHex(hex), { byteOrder: "detect" }).toList()).toEqual(values);
		expect(decodeFrameHeader(fromHex(hex), { byteOrder: "detect" }).byteOrder).toBe(counts);
	});

	test("a structured array needs its dtype to be told, without which its records are opaque", () => {
		const frame = fromHex(recordFrame);
		const table = decodeFrame(frame, { dtype: records });
		expectTypeOf(table.field("id").toTypedArray()).toEqualTypeOf<Int32Array>();
		expect(table.field("value").toList()).toEqual([2.5, -0]);
		expect(formatDtype(decodeFrame(frame).dtype, "str")).toBe("|V13");
	});

	test("what numpy.dtype takes beside dtype.str is read, too", () => {
		const text = "i1,<i2";
		const bytes = new Uint8Array([6, 0, 0, 0, ...new TextEncoder().encode(text), 0, 0, 0, 0, 5, 6, 0]);
		expect(decodeFrame(bytes).get()).toEqual({ f0: 5, f1: 6 });
	});
});

test("the array is a view, wherever the frame begins in its memory", () => {
	const memory = new Uint8Array(matrix.length + 5);
	memory.set(matrix, 5);
	const array = decodeFrame(memory.subarray(5));
	expect([array.buffer, array.byteOffset]).toEqual([memory.buffer, 5 + 19]);
	expect(decodeFrame(matrix.buffer).get(1, 2)).toBe(6);
});

test("the header says where the elements lie, whether they are there or not", () => {
	const { dtype, ...header } = decodeFrameHeader(matrix.subarray(0, 19));
	expect(header).toEqual({ shape: [2, 3], byteOrder: "little", dataOffset: 19, dataLength: 12 });
	expect(dtype.itemsize).toBe(2);
});

describe("frames that follow each other", () => {
	const three = Uint8Array.from([...matrix, ...fromHex(numpyFrames[2].hex), ...matrix]);

	test("come one after another", () => {
		expect(Array.from(decodeFrames(three), ({ shape }) => shape)).toEqual([[2, 3], [], [2, 3]]);
		expect([...decodeFrames(new Uint8Array(0))]).toEqual([]);
	});

	test("those before a cut are had before it is refused", () => {
		const frames = decodeFrames(three.subarray(0, three.length - 1));
		expect([frames.next().value?.shape, frames.next().value?.shape]).toEqual([[2, 3], []]);
		expect(() => frames.next()).toThrow(
			expect.objectContaining({ code: "truncated", found: "11: 1 are missing", offset: three.length - 1 }),
		);
	});

	test("the byte order of the first is that of all", () => {
		const mixed = Uint8Array.from([...fromHex(numpyFrames[1].hex), ...matrix]);
		const frames = decodeFrames(mixed, { byteOrder: "detect" });
		expect(frames.next().value?.toList()).toEqual([1.5, -2]);
		expect(() => frames.next()).toThrow(expect.objectContaining({ code: "limit", offset: 23 }));
	});
});

describe("refusals", () => {
	test("a frame cut at any byte", () => {
		for (let length = 0; length < matrix.length; length += 1) {
			const found = refused(matrix.subarray(0, length));
			expect(found).toMatchObject({ code: "truncated", format: "frame", offset: length });
			expect(found.found).toMatch(/: \d+ are missing$/);
		}
	});

	test("bytes after the frame: another frame, or one byte", () => {
		const found = refused(Uint8Array.from([...matrix, 0]));
		expect(found).toMatchObject({ code: "trailing-data", offset: 31, found: "32 bytes" });
		expect(refused(Uint8Array.from([...matrix, ...matrix])).code).toBe("trailing-data");
	});

	test.each<[what: string, code: string, hex: string, options?: DecodeFrameOptions]>([
		["a length of 0", "bad-dtype", "00000000 00000000 07"],
		["a text longer than the limit", "limit", "01040000"],
		["a text longer than another limit", "limit", "03000000 3c6932", { maxDtypeLength: 2 }],
		["counts of the other byte order", "limit", numpyFrames[1].hex],
		["text that is not UTF-8", "bad-encoding", "02000000 c3 28 00000000"],
		["text that is no dtype", "bad-dtype", "03000000 3c6933 00000000"],
		["text with a NUL behind it", "bad-dtype", "04000000 3c693400 00000000 01000000"],
		["objects", "unsafe-object", "02000000 7c4f 00000000 0000000000000000"],
		["elements without bytes", "bad-dtype", "03000000 7c5330 01000000 05000000"],
		["a dtype with axes", "bad-dtype", "05000000 2832296934 01000000 01000000 0000000000000000"],
		["65 dimensions", "limit", "03000000 7c7531 41000000"],
		["an array of 2 ** 63 bytes", "overflow", "03000000 3c6938 02000000 00000080 00000020"],
		["one that a zero empties", "overflow", "03000000 7c7531 03000000 00000000 ffffffff ffffffff"],
		["an array that is not there", "truncated", "03000000 7c7531 02000000 ffffffff ffffff7f"],
		["a frame larger than allowed", "limit", numpyFrames[0].hex, { maxFrameSize: 30 }],
		["a dtype of another itemsize", "bad-dtype", recordFrame, { dtype: "V12" }],
		["a dtype with axes that is told", "bad-dtype", recordFrame, { dtype: "13u1" }],
	])("%s: %s", (_, code, hex, options) => {
		expect(refused(fromHex(hex), options)).toMatchObject({ code });
	});

	test("a limit is met exactly", () => {
		expect(decodeFrame(matrix, { maxFrameSize: 31, maxDtypeLength: 3 }).size).toBe(6);
	});

	test("the message about counts of the other order says so", () => {
		expect(refused(fromHex(numpyFrames[1].hex)).found).toBe("50331648 (3 in big-endian order)");
	});

	test.each(["00000000 00000000", "ffffffff 00000000", "12345678 00000000"])(
		"the byte order of %s is not guessed",
		(hex) => {
			expect(refused(fromHex(hex), { byteOrder: "detect" })).toMatchObject({ code: "bad-length", offset: 0 });
		},
	);

	test("a length that a text can have in both orders is ambiguous", () => {
		const options = { byteOrder: "detect", maxDtypeLength: 0x1_0000_00 } as const;
		expect(refused(fromHex("00010100"), options)).toMatchObject({
			code: "bad-length",
			found: "65792 in little-endian, 65792 in big-endian order",
		});
	});

	test.each<DecodeFrameOptions>([{ maxDtypeLength: 0 }, { maxFrameSize: -1 }, { maxFrameSize: Number.NaN }])(
		"%j is a wrong argument",
		(options) => {
			expect(() => decodeFrame(matrix, options)).toThrow(RangeError);
		},
	);

	function refused(bytes: Uint8Array, options: DecodeFrameOptions = {}): FormatError {
		let accepted: NDArray;
		try {
			accepted = decodeFrame(bytes, options);
		} catch (error) {
			if (error instanceof FormatError) return error;
			throw error;
		}
		throw new Error(`accepted: ${JSON.stringify(accepted.shape)}`);
	}
});
