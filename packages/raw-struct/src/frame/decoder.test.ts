import type { NDArray } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { fromHex } from "../testing/hex.js";
import { numpyFrames, recordFrame } from "../testing/numpy-frames.js";
import { FrameDecoder } from "./decoder.js";
import { encodeFrame } from "./encode.js";
import { decodeRaw } from "../raw/decode.js";

const matrix = fromHex(numpyFrames[0].hex);
const scalar = fromHex(numpyFrames[2].hex);
const empty = fromHex(numpyFrames[3].hex);
const several = Uint8Array.from([...matrix, ...empty, ...scalar, ...matrix, ...empty]);
const shapes = [[2, 3], [2, 0], [], [2, 3], [2, 0]];

describe("chunks and frames do not keep to each other", () => {
	test.each([1, 2, 3, 4, 5, 7, 11, 16, 31, 64, 1000])("chunks of %d bytes", (size) => {
		const decoder = new FrameDecoder();
		const found: NDArray[] = [];
		for (let at = 0; at < several.length; at += size) {
			decoder.push(several.slice(at, at + size));
			found.push(...decoder);
		}
		decoder.end();
		expect(found.map(({ shape }) => shape)).toEqual(shapes);
		expect(found[3]?.toList()).toEqual([
			[1, 2, 3],
			[4, 5, 6],
		]);
	});

	test("one cut at every place", () => {
		for (let cut = 0; cut <= several.length; cut += 1) {
			const decoder = new FrameDecoder();
			decoder.push(several.slice(0, cut));
			decoder.push(several.slice(cut));
			decoder.end();
			expect(Array.from(decoder, ({ shape }) => shape)).toEqual(shapes);
		}
	});

	test("a frame without elements is there as soon as its header is", () => {
		const decoder = new FrameDecoder();
		decoder.push(empty);
		expect(decoder.pull()?.shape).toEqual([2, 0]);
		expect(decoder.pull()).toBeUndefined();
	});
});

describe("memory", () => {
	test("elements that lie whole and aligned in a chunk are a view of it", () => {
		const chunk = new Uint8Array(64);
		chunk.set(matrix, 1);
		const [array] = pulled(chunk.subarray(1, 1 + matrix.length));
		expect([array?.buffer, array?.byteOffset]).toEqual([chunk.buffer, 20]);
	});

	test("elements that are not aligned are copied, so that a typed array can view them", () => {
		const [array] = pulled(matrix);
		expect(array?.buffer).not.toBe(matrix.buffer);
		expect(array?.toTypedArray().buffer).toBe(array?.buffer);
	});

	test("with copy, nothing is a view", () => {
		const decoder = new FrameDecoder({ copy: true });
		decoder.push(scalar);
		expect(decoder.pull()?.buffer).not.toBe(scalar.buffer);
	});

	test("what was cut is copied, so that its chunks may be used again", () => {
		const decoder = new FrameDecoder();
		const chunk = new Uint8Array(4);
		const found: NDArray[] = [];
		for (let at = 0; at < matrix.length; at += 4) {
			chunk.set(matrix.subarray(at, at + 4));
			decoder.push(chunk.subarray(0, matrix.length - at));
			found.push(...decoder);
			chunk.fill(0xaa);
		}
		expect(found.map((array) => array.get(0, 0))).toEqual([1]);
	});

	test("a declared gigabyte takes a megabyte until it arrives", () => {
		const decoder = new FrameDecoder();
		const before = process.memoryUsage().arrayBuffers;
		decoder.push(fromHex("03000000 7c7531 01000000 0000f03f 00"));
		expect(decoder.pull()).toBeUndefined();
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(0x20_0000);
	});

	test("a frame above a megabyte is put together from many chunks, its memory growing with them", () => {
		const bytes = Uint8Array.from({ length: 5_000_000 }, (_, at) => at % 251);
		const frame = encodeFrame(decodeRaw(bytes, { dtype: "u1" }));
		const decoder = new FrameDecoder();
		for (let at = 0; at < frame.length; at += 65_536) {
			expect(decoder.pull()).toBeUndefined();
			decoder.push(frame.subarray(at, at + 65_536));
		}
		const array = decoder.pull();
		expect(Buffer.compare(array?.toBytes() ?? new Uint8Array(0), bytes)).toBe(0);
		expect(array?.buffer.byteLength).toBe(bytes.length);
	});

	function pulled(chunk: Uint8Array): readonly NDArray[] {
		const decoder = new FrameDecoder();
		decoder.push(chunk);
		return [...decoder];
	}
});

describe("the end", () => {
	test("between frames is an end", () => {
		const decoder = new FrameDecoder();
		decoder.end();
		expect(decoder.pull()).toBeUndefined();
	});

	test("within a frame says how many bytes are missing, and where", () => {
		const decoder = new FrameDecoder();
		decoder.push(several.subarray(0, matrix.length + 2));
		expect(decoder.pull()?.shape).toEqual([2, 3]);
		expect(decoder.pull()).toBeUndefined();
		expect(() => decoder.end()).toThrow(
			expect.objectContaining({ code: "truncated", found: "2: 2 are missing", offset: matrix.length + 2 }),
		);
	});

	test("frames that were not pulled before it are there after it, and then the fault", () => {
		const decoder = new FrameDecoder();
		decoder.push(several.subarray(0, matrix.length + 2));
		decoder.end();
		expect(decoder.pull()?.shape).toEqual([2, 3]);
		expect(() => decoder.pull()).toThrow(expect.objectContaining({ code: "truncated" }));
	});

	test("is the end: no chunk is taken after it", () => {
		const decoder = new FrameDecoder();
		decoder.end();
		expect(() => decoder.push(matrix)).toThrow(TypeError);
	});
});

describe("a fault", () => {
	test("is thrown after the frames before it, again and again", () => {
		const decoder = new FrameDecoder();
		decoder.push(Uint8Array.from([...matrix, 255, 255, 255, 255, ...matrix]));
		expect(decoder.pull()?.shape).toEqual([2, 3]);
		for (const _ of [1, 2]) {
			expect(() => decoder.pull()).toThrow(expect.objectContaining({ code: "limit", offset: matrix.length }));
		}
		expect(() => decoder.push(matrix)).toThrow(expect.objectContaining({ code: "limit" }));
	});

	test.each([
		["text", "ffffff7f", {}],
		["dimensions", "03000000 7c7531 ffffffff", {}],
		["a frame above 1 GiB", "03000000 7c7531 01000000 00000040", {}],
		["a frame above another limit", "03000000 7c7531 01000000 00000001", { maxFrameSize: 0x10_0000 }],
	])("is found before what it would lead to has arrived: %s", (_, hex, options) => {
		const decoder = new FrameDecoder(options);
		decoder.push(fromHex(hex));
		expect(() => decoder.pull()).toThrow(expect.objectContaining({ code: "limit" }));
	});
});

test("the byte order is detected in the first frame, and kept", () => {
	const decoder = new FrameDecoder({ byteOrder: "detect" });
	expect(decoder.byteOrder).toBeUndefined();
	decoder.push(fromHex(numpyFrames[1].hex));
	expect(decoder.pull()?.toList()).toEqual([1.5, -2]);
	expect(decoder.byteOrder).toBe("big");
	decoder.push(matrix);
	expect(() => decoder.pull()).toThrow(expect.objectContaining({ code: "limit" }));
});

test("a dtype that is told is that of every frame", () => {
	const decoder = new FrameDecoder({
		dtype: [
			["id", "<i4"],
			["", "V9"],
		],
	});
	decoder.push(fromHex(recordFrame));
	decoder.push(fromHex(recordFrame));
	expect(Array.from(decoder, (table) => table.field("id").toList())).toEqual([
		[1, -2],
		[1, -2],
	]);
});
