import { describe, expect, test } from "vitest";
import { frameRegions } from "./frame-regions.js";
import { hexDump } from "./hex-dump.js";
import { npyRegions } from "./npy-regions.js";
import type { Region } from "./region.js";

function npy(version: number, header: string, data = "", declared = header.length): Uint8Array {
	const length = Buffer.alloc(version === 1 ? 2 : 4);
	if (version === 1) length.writeUInt16LE(declared);
	else length.writeUInt32LE(declared);
	return Buffer.concat([
		Buffer.from("\x93NUMPY", "latin1"),
		Buffer.from([version, 0]),
		length,
		Buffer.from(header),
		Buffer.from(data),
	]);
}

function parts(bytes: Uint8Array): readonly (readonly [what: string, text: string])[] {
	return textsOf(npyRegions(bytes), bytes);
}

function textsOf(regions: readonly Region[], bytes: Uint8Array): readonly (readonly [what: string, text: string])[] {
	return regions.map(({ start, end, what }) => [what, Buffer.from(bytes.subarray(start, end)).toString("latin1")]);
}

describe("frameRegions", () => {
	const little = Buffer.from("030000003c693202000000020000000100000041004200", "hex");
	const big = Buffer.from("000000033c693200000002000000020000000141004200", "hex");

	test.each([
		["little", little],
		["big", big],
	])("every part of a frame has its name, with counts in %s-endian order", (_, bytes) => {
		expect(frameRegions(bytes)).toEqual([
			{ start: 0, end: 4, what: "length of the dtype text, 3" },
			{ start: 4, end: 7, what: "dtype text" },
			{ start: 7, end: 11, what: "number of dimensions, 2" },
			{ start: 11, end: 19, what: "shape, 2 × 1" },
			{ start: 19, end: 23, what: "elements" },
		]);
	});

	test.each([0, 1, 4, 6, 9, 14, 20])("a frame that ends at byte %i has the parts that are there", (length) => {
		const bytes = little.subarray(0, length);
		const texts = textsOf(frameRegions(bytes), bytes).map(([, text]) => text);
		expect(texts.join("")).toBe(bytes.toString("latin1"));
	});
});

describe("npyRegions", () => {
	test("every part of a file has its name", () => {
		expect(parts(npy(1, "{'descr': [('a, b', '<i4'), ('}', '<f8')], 'shape': (1, 2), }   \n", "DATA"))).toEqual([
			["magic", "\x93NUMPY"],
			["version 1.0", "\x01\x00"],
			["header length 65", "A\x00"],
			["header entry", "{'descr': [('a, b', '<i4'), ('}', '<f8')],"],
			["header entry", " 'shape': (1, 2),"],
			["end of the header's dict", " }"],
			["padding, 3 spaces", "   "],
			["newline", "\n"],
			["data", "DATA"],
		]);
	});

	test("version 2 has a length of four bytes", () => {
		expect(parts(npy(2, "{}\n")).slice(1, 4)).toEqual([
			["version 2.0", "\x02\x00"],
			["header length 3", "\x03\x00\x00\x00"],
			["header", "{}"],
		]);
	});

	test.each([0, 3, 6, 7, 9])("a file that ends at byte %i has the parts that are there", (length) => {
		const bytes = npy(1, "{}\n").subarray(0, length);
		expect(
			parts(bytes)
				.map(([, text]) => text)
				.join(""),
		).toBe(Buffer.from(bytes).toString("latin1"));
	});

	test("a header that claims more than there is ends with the file", () => {
		expect(parts(npy(1, "{'descr': 1", "", 500)).at(-1)).toEqual(["header", "{'descr': 1"]);
	});
});

describe("hexDump", () => {
	test("each region begins on a row of its own, and the marked byte's row is pointed at", () => {
		const bytes = Buffer.from("abcdefghijklmnopqrst\0");
		expect(
			hexDump(
				bytes,
				[
					{ start: 0, end: 2, what: "head" },
					{ start: 2, end: 21, what: "tail" },
				],
				20,
			),
		).toBe(
			[
				"  000000  61 62                                            ab                head",
				"  000002  63 64 65 66 67 68 69 6a 6b 6c 6d 6e 6f 70 71 72  cdefghijklmnopqr  tail",
				"► 000012  73 74 00                                         st·",
				"",
			].join("\n"),
		);
	});

	test("a long region is shortened around the marked byte", () => {
		const bytes = new Uint8Array(16 * 1000);
		const dump = hexDump(bytes, [{ start: 0, end: bytes.length, what: "data" }], 8000);
		expect(dump.split("\n")).toHaveLength(8 + 1 + 1 + 8 + 1);
		expect(dump).toContain("983 rows left out");
		expect(dump).toContain("► 001f40");
	});
});
