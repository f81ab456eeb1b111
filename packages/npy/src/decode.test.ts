import { FormatError, NDArray } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { decodeNpy } from "./decode.js";
import { npyFile, rawHeaderFile, toHex } from "./testing/npy-file.js";
import { greekName, numpyFiles, structuredNumpyFiles, unalignedStructure } from "./testing/numpy-files.js";

const allFiles = [...numpyFiles, ...structuredNumpyFiles];
const matrix = npyFile({
	major: 1,
	length: 118,
	text: "{'descr': '<i2', 'fortran_order': False, 'shape': (2, 3), }",
	data: "010002000300040005000600",
});

describe("files that NumPy 2.4.6 wrote", () => {
	test.each(allFiles)("$what: shape, order and bytes are those in the file", (file) => {
		const array = decodeNpy(npyFile(file));
		expect(array.shape).toEqual(file.shape);
		expect(array.order).toBe(file.order);
		expect(toHex(array.toBytes({ order: file.order }))).toBe(file.data);
	});

	test.each(numpyFiles)("$what: the elements are those that were written", (file) => {
		expect(decodeNpy(npyFile(file)).toList()).toEqual(file.values);
	});

	test("fields read at their offsets, whatever their alignment and byte order", () => {
		const array = decodeNpy(npyFile(unalignedStructure));
		expect(array.field("id").toList()).toEqual([1, -2]);
		expect(array.field("value").toList()).toEqual([1.5, -0]);
		expect(array.field("flag").toList()).toEqual([true, false]);
	});
});

describe("the array is a view", () => {
	test("it lies in the memory of the file, after the header", () => {
		const array = decodeNpy(matrix);
		expect(array.buffer).toBe(matrix.buffer);
		expect(array.byteOffset).toBe(matrix.byteOffset + 128);
	});

	test.each([0, 1, 3, 7, 8, 13])("a file that begins %i bytes into its buffer reads the same", (shift) => {
		const buffer = new Uint8Array(shift + matrix.length + 5).fill(0xee);
		buffer.set(matrix, shift);
		const array = decodeNpy(buffer.subarray(shift, shift + matrix.length));
		expect(array.byteOffset).toBe(shift + 128);
		expect(array.toList()).toEqual([
			[1, 2, 3],
			[4, 5, 6],
		]);
	});

	test("an ArrayBuffer, a DataView and shared memory are read like bytes", () => {
		const shared = new Uint8Array(new SharedArrayBuffer(matrix.length));
		shared.set(matrix);
		const view = new DataView(matrix.buffer, matrix.byteOffset, matrix.byteLength);
		for (const source of [matrix.slice().buffer, view, shared, shared.buffer]) {
			expect(decodeNpy(source).toList()).toEqual(decodeNpy(matrix).toList());
		}
	});

	test("version 3.0 is read from shared memory, which TextDecoder does not take", () => {
		const file = npyFile(greekName);
		const shared = new Uint8Array(new SharedArrayBuffer(file.length));
		shared.set(file);
		expect(decodeNpy(shared).field("\u03b1").toList()).toEqual([7]);
	});

	test("bytes after the array are ignored, as np.load ignores them", () => {
		const longer = Uint8Array.from([...matrix, 0x93, 1, 2]);
		expect(toHex(decodeNpy(longer).toBytes())).toBe("010002000300040005000600");
	});

	test("the file is not changed", () => {
		for (const file of allFiles) {
			const bytes = npyFile(file);
			const before = bytes.slice();
			decodeNpy(bytes).toBytes();
			expect(bytes).toEqual(before);
		}
	});
});

describe("what is missing is refused", () => {
	test("a file cut anywhere is refused as truncated, and never read past its end", () => {
		for (let length = 0; length < matrix.length; length++) {
			expect(() => decodeNpy(matrix.subarray(0, length)), `${length} bytes`).toThrow(
				expect.objectContaining({ name: "FormatError", code: "truncated", offset: length }),
			);
		}
	});

	test("2 ** 60 elements in a file of 128 bytes are refused at once, and nothing is allocated for them", () => {
		const text = "{'descr': '<f8', 'fortran_order': False, 'shape': (1048576, 1048576, 1024), }";
		const file = npyFile({ major: 1, length: 118, text, data: "" });
		expect(file.length).toBe(128);
		expect(() => decodeNpy(file)).toThrow(FormatError);
	});

	test("elements of no width take no bytes", () => {
		const file = rawHeaderFile("{'descr': '|S0', 'fortran_order': False, 'shape': (5,)}", "");
		expect(decodeNpy(file)).toMatchObject({ shape: [5], size: 5, nbytes: 0 });
	});
});

describe("arrays of objects", () => {
	const text = "{'descr': '|O', 'fortran_order': False, 'shape': (2,), }";
	const file = npyFile({ major: 1, length: 118, text, data: "80042e" });

	test("they are refused without a pickle decoder, and the refusal names the option", () => {
		expect(() => decodeNpy(file)).toThrow(expect.objectContaining({ code: "unsafe-object" }));
		expect(() => decodeNpy(file)).toThrow("the option decodePickle");
	});

	test("a structure that holds an object is refused like an object", () => {
		const mixed = rawHeaderFile("{'descr': [('a', '<i4'), ('b', '|O')], 'fortran_order': False, 'shape': (1,)}", "");
		expect(() => decodeNpy(mixed)).toThrow(expect.objectContaining({ code: "unsafe-object" }));
	});

	test("the pickle decoder is given the offset and the encoding, and its array comes back", () => {
		const pickled = decodeNpy(matrix);
		const array = decodeNpy(file, {
			encoding: "latin1",
			decodePickle(bytes, options) {
				expect(toHex(bytes.subarray(options?.offset))).toBe("80042e");
				expect(options).toEqual({ offset: 128, encoding: "latin1" });
				return { value: pickled, end: 131 };
			},
		});
		expect(array).toBe(pickled);
		expect(array).toBeInstanceOf(NDArray);
	});

	test("a pickle of something else than an array is refused", () => {
		expect(() => decodeNpy(file, { decodePickle: () => ({ value: [1], end: 131 }) })).toThrow(
			expect.objectContaining({ code: "bad-dtype", offset: 128 }),
		);
	});
});

test("text is no source", () => {
	// @ts-expect-error - what a caller without types may pass
	expect(() => decodeNpy("array.npy")).toThrow(TypeError);
});
