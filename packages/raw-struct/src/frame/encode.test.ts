import { array, fromBuffer, zeros } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { fromHex, toHex } from "../testing/hex.js";
import { numpyFrames, recordFrame } from "../testing/numpy-frames.js";
import { encodeFrame, encodeFrameHeader } from "./encode.js";

describe("the bytes are those that NumPy and struct give", () => {
	test.each(numpyFrames)("$what", ({ hex, counts, str, shape, values }) => {
		const made = array(values, { dtype: str }).reshape(shape);
		expect(toHex(encodeFrame(made, { byteOrder: counts }))).toBe(hex.replaceAll(" ", ""));
	});

	test("a structured array leaves its fields behind", () => {
		const table = array(
			[
				{ id: 1, value: 2.5, flag: true },
				{ id: -2, value: -0, flag: false },
			],
			{
				dtype: [
					["id", "<i4"],
					["value", "<f8"],
					["flag", "?"],
				],
			},
		);
		expect(toHex(encodeFrame(table))).toBe(recordFrame.replaceAll(" ", ""));
	});
});

test("whatever the layout, the elements are in C order", () => {
	const matrix = array(
		[
			[1, 2, 3],
			[4, 5, 6],
		],
		{ dtype: "<i2", order: "F" },
	);
	expect(toHex(encodeFrame(matrix))).toBe(numpyFrames[0].hex.replaceAll(" ", ""));
	expect(toHex(encodeFrame(matrix.slice(null, [null, null, -2])))).toMatch(/0200000002000000(03000100)(06000400)$/);
});

test("a frame is written into memory that is given, from its beginning", () => {
	const out = new Uint8Array(16).fill(0xaa);
	const frame = encodeFrame(array(7, { dtype: "u1" }), { out });
	expect(frame.buffer).toBe(out.buffer);
	expect(toHex(out)).toBe(`${toHex(frame)}aaaaaaaa`);
	expect(() => encodeFrame(array(7, { dtype: "u1" }), { out: out.subarray(0, 11) })).toThrow(RangeError);
});

test("the header alone is all that stands before the elements", () => {
	const frame = fromHex(numpyFrames[0].hex);
	expect(
		toHex(
			encodeFrameHeader(
				array(
					[
						[1, 2, 3],
						[4, 5, 6],
					],
					{ dtype: "<i2" },
				),
			),
		),
	).toBe(toHex(frame.subarray(0, 19)));
});

test.each([
	["unsafe-object", zeros([1], { dtype: "O" })],
	["unsafe-object", zeros([1], { dtype: [["a", "O"]] })],
	["bad-dtype", zeros([1], { dtype: "S0" })],
	["limit", zeros(new Array<number>(65).fill(1), { dtype: "u1" })],
	["overflow", fromBuffer(new Uint8Array(0), { dtype: "u1", shape: [0, 2 ** 32] })],
])("refused with %s", (code, refused) => {
	expect(() => encodeFrame(refused)).toThrow(expect.objectContaining({ code, format: "frame" }));
});

test("the byte order of a writer is given, not detected", () => {
	// @ts-expect-error -- the checker says the same
	expect(() => encodeFrame(array(7, { dtype: "u1" }), { byteOrder: "detect" })).toThrow(RangeError);
});
