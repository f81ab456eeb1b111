import { describe, expect, test } from "vitest";
import { npyRelease } from "../release.js";
import { headerBytes, layOutHeader, type NpyDescription } from "./encode.js";

const encodeHeader = (...of: Parameters<typeof layOutHeader>): Uint8Array => headerBytes(layOutHeader(...of));
const oneNamed = (name: string): NpyDescription => ({
	descr: `[('${name}', '<i4')]`,
	fortranOrder: false,
	shape: [1],
});
const matrix: NpyDescription = { descr: "'<i2'", fortranOrder: false, shape: [2, 3] };
const fields = Array.from({ length: 4500 }, (_, i) => `('f${String(i).padStart(5, "0")}', '<i4')`).join(", ");
const large: NpyDescription = { descr: `[${fields}]`, fortranOrder: false, shape: [1] };

describe("a header is laid out as np.save of each release lays it out", () => {
	test("the bytes of NumPy 2.4.6 for a 2 × 3 array of <i2", () => {
		const text = "{'descr': '<i2', 'fortran_order': False, 'shape': (2, 3), }";
		const expected = ["\x93NUMPY\x01\x00\x76\x00", text, " ".repeat(58), "\n"].join("");
		expect(latin1(encodeHeader(matrix, npyRelease(undefined)))).toBe(expected);
	});

	// Header lengths printed by the releases themselves, for shape (1,) and a field whose name has `name` letters.
	test.each([
		{ numpy: "1.8", lengths: { 4: 86, 5: 86, 20: 102, 36: 118, 52: 134, 96: 166, 116: 198 } },
		{ numpy: "1.11", lengths: { 4: 86, 5: 86, 20: 102, 36: 118, 52: 134, 96: 166, 116: 198 } },
		{ numpy: "1.13.3", lengths: { 4: 86, 5: 86, 20: 102, 36: 118, 52: 134, 96: 166, 116: 198 } },
		{ numpy: "1.16", lengths: { 4: 118, 5: 118, 20: 118, 36: 118, 52: 182, 96: 182, 116: 246 } },
		{ numpy: "1.21", lengths: { 4: 118, 5: 118, 20: 118, 36: 118, 52: 182, 96: 182, 116: 246 } },
		{ numpy: "1.24.4", lengths: { 4: 118, 5: 118, 20: 118, 36: 182, 52: 182, 96: 246, 116: 246 } },
		{ numpy: "2.4.6", lengths: { 4: 118, 5: 118, 20: 118, 36: 182, 52: 182, 96: 246, 116: 246 } },
		{ numpy: "3.0", lengths: { 4: 118, 5: 118, 20: 118, 36: 182, 52: 182, 96: 246, 116: 246 } },
	])("NumPy $numpy pads names to $lengths", ({ numpy, lengths }) => {
		const release = npyRelease(numpy);
		const found = Object.keys(lengths).map((n) => [
			n,
			frameOf(encodeHeader(oneNamed("x".repeat(Number(n))), release)).length,
		]);
		expect(Object.fromEntries(found)).toEqual(lengths);
	});

	test.each([
		{ numpy: "1.13", forced: [2, 0], description: matrix, length: 70 },
		{ numpy: "1.16", forced: [2, 0], description: matrix, length: 116 },
		{ numpy: "2.4", forced: [2, 0], description: matrix, length: 116 },
		{ numpy: "1.13", forced: undefined, description: large, length: 85_558 },
		{ numpy: "1.16", forced: undefined, description: large, length: 85_556 },
		{ numpy: "2.4", forced: undefined, description: large, length: 85_620 },
	] as const)("version 2.0 of NumPy $numpy has a header of $length bytes", ({ numpy, forced, description, length }) => {
		expect(frameOf(encodeHeader(description, npyRelease(numpy), forced))).toEqual({ version: [2, 0], length });
	});

	test.each([
		{ shape: [], fortranOrder: false, sizes: "()", spaces: 0 },
		{ shape: [5], fortranOrder: false, sizes: "(5,)", spaces: 20 },
		{ shape: [100, 2], fortranOrder: false, sizes: "(100, 2)", spaces: 18 },
		{ shape: [2, 100], fortranOrder: true, sizes: "(2, 100)", spaces: 18 },
		{ shape: [0, 2 ** 53 - 1], fortranOrder: true, sizes: "(0, 9007199254740991)", spaces: 5 },
	])("shape $sizes leaves room for 21 digits along the axis that grows", ({ shape, fortranOrder, sizes, spaces }) => {
		const order = fortranOrder ? "True" : "False";
		const text = `{'descr': '<i2', 'fortran_order': ${order}, 'shape': ${sizes}, }` + " ".repeat(spaces);
		const padding = 64 - ((10 + text.length + 1) % 64);
		const header = encodeHeader({ descr: "'<i2'", fortranOrder, shape }, npyRelease("1.24"));
		expect(latin1(header).slice(10)).toBe(text + " ".repeat(padding) + "\n");
	});

	test.each(["1.13", "1.16", "2.4"])("NumPy %s never ends a header without a space before the newline", (numpy) => {
		const release = npyRelease(numpy);
		for (let n = 0; n < 64; n++) {
			const header = encodeHeader(oneNamed("x".repeat(n)), release);
			expect(header.length % release.alignment).toBe(0);
			expect(latin1(header).slice(-2)).toBe(" \n");
		}
	});
});

describe("the version is the oldest that holds the header", () => {
	test.each([
		{ name: "\u00e9", numpy: "1.13", version: [1, 0], length: 70 },
		{ name: "\u00e9", numpy: "2.4", version: [1, 0], length: 118 },
		{ name: "\u03b1", numpy: "1.17", version: [3, 0], length: 116 },
		{ name: "\u03b1", numpy: "2.4", version: [3, 0], length: 116 },
	])("a name $name is written in version $version by NumPy $numpy", ({ name, numpy, version, length }) => {
		expect(frameOf(encodeHeader(oneNamed(name), npyRelease(numpy)))).toEqual({ version, length });
	});

	test("version 3.0 counts bytes of UTF-8 and writes them", () => {
		const header = encodeHeader(oneNamed("😀"), npyRelease(undefined));
		expect(header.length % 64).toBe(0);
		expect(new TextDecoder().decode(header.subarray(12, 34))).toBe("{'descr': [('😀', '<");
	});

	test.each([
		{ why: "Greek letters before 1.17", name: "\u03b1", numpy: "1.16", forced: undefined, code: "bad-encoding" },
		{ why: "Greek letters in version 1.0", name: "\u03b1", numpy: "2.4", forced: [1, 0], code: "bad-encoding" },
		{ why: "Greek letters in version 2.0", name: "\u03b1", numpy: "2.4", forced: [2, 0], code: "bad-encoding" },
		{ why: "more than 64 KiB in version 1.0", name: "x".repeat(65_600), numpy: "2.4", forced: [1, 0], code: "limit" },
		{ why: "more than 64 KiB before 1.9", name: "x".repeat(65_600), numpy: "1.8", forced: undefined, code: "limit" },
		{ why: "version 2.0 before 1.9", name: "x", numpy: "1.8", forced: [2, 0], code: "bad-version" },
		{ why: "version 3.0 before 1.17", name: "x", numpy: "1.16", forced: [3, 0], code: "bad-version" },
	] as const)("$why is refused with $code", ({ name, numpy, forced, code }) => {
		expect(() => encodeHeader(oneNamed(name), npyRelease(numpy), forced)).toThrow(
			expect.objectContaining({ name: "FormatError", code }),
		);
	});
});

test.each(["", "2", "v2.4", "2.x", "latest", "2.4-beta"])("%j names no release of NumPy", (numpy) => {
	expect(() => npyRelease(numpy)).toThrow(RangeError);
});

function frameOf(header: Uint8Array): { version: number[]; length: number } {
	const view = new DataView(header.buffer, header.byteOffset);
	const isLong = header[6] !== 1;
	const length = isLong ? view.getUint32(8, true) : view.getUint16(8, true);
	expect(header.length).toBe((isLong ? 12 : 10) + length);
	return { version: [...header.subarray(6, 8)], length };
}

function latin1(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}
