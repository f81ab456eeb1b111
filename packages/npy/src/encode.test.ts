import { array, copy, fromBuffer } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { encodeNpy } from "./encode.js";
import { fromHex, npyFile, toHex } from "./testing/npy-file.js";
import { numpyFiles, structuredNumpyFiles } from "./testing/numpy-files.js";

const headerText = (file: Uint8Array): string => String.fromCharCode(...file.subarray(10, 128)).trimEnd();
const ramp = array(
	[
		[1, 2, 3],
		[4, 5, 6],
	],
	{ dtype: "<i2" },
);

describe("the bytes are those of np.save", () => {
	test.each([...numpyFiles, ...structuredNumpyFiles])("$what", (file) => {
		const { dtype, shape, order } = file;
		const held = fromBuffer(fromHex(file.data), { dtype, shape, order });
		expect(toHex(encodeNpy(held))).toBe(toHex(npyFile(file)));
	});
});

describe("order is chosen as NumPy chooses it", () => {
	test.each([
		{ what: "a C array", view: ramp, order: "False", data: "010002000300040005000600" },
		{ what: "an F array", view: copy(ramp, { order: "F" }), order: "True", data: "010004000200050003000600" },
		{ what: "a transposed C array", view: ramp.transpose(), order: "True", data: "010002000300040005000600" },
		{ what: "every second column", view: ramp.slice(null, [0, 3, 2]), order: "False", data: "0100030004000600" },
		{ what: "rows reversed", view: ramp.slice([null, null, -1]), order: "False", data: "040005000600010002000300" },
		{ what: "one column", view: ramp.slice(null, 1), order: "False", data: "02000500" },
		{ what: "one column, kept as an axis", view: ramp.slice(null, [1, 2]), order: "False", data: "02000500" },
		{ what: "no rows", view: copy(ramp.slice([0, 0]), { order: "F" }), order: "False", data: "" },
	])("$what: fortran_order $order", ({ view, order, data }) => {
		const file = encodeNpy(view);
		expect(headerText(file)).toContain(`'fortran_order': ${order},`);
		expect(toHex(file.subarray(128))).toBe(data);
	});

	// np.zeros(shape, '<i2', order='F') written by 1.11.3, 1.13.3 and 2.4.6.
	test.each([
		{ shape: [5, 1], numpy: "1.11", order: "True" },
		{ shape: [1, 5], numpy: "1.11", order: "True" },
		{ shape: [3, 0], numpy: "1.11", order: "True" },
		{ shape: [5, 1], numpy: "1.13", order: "False" },
		{ shape: [1, 5], numpy: "1.13", order: "False" },
		{ shape: [3, 0], numpy: "1.13", order: "False" },
		{ shape: [5, 1], numpy: "2.4", order: "False" },
		{ shape: [5], numpy: "1.11", order: "False" },
		{ shape: [2, 3], numpy: "1.11", order: "True" },
	])("$shape in Fortran order is fortran_order $order for NumPy $numpy", ({ shape, numpy, order }) => {
		const size = shape.reduce((product, extent) => product * extent, 1);
		const held = fromBuffer(new Uint8Array(2 * size), { dtype: "<i2", shape, order: "F" });
		expect(headerText(encodeNpy(held, { numpy }))).toContain(`'fortran_order': ${order},`);
	});
});

describe("memory", () => {
	test("the array is not changed, and the file shares no memory with it", () => {
		const bytes = fromHex("0001000200030004");
		const held = fromBuffer(bytes, { dtype: ">i2" });
		encodeNpy(held).fill(0xee);
		expect(toHex(bytes)).toBe("0001000200030004");
	});

	test("elements at odd addresses are written like any other", () => {
		const bytes = fromHex("ee0100020003000400");
		expect(toHex(encodeNpy(fromBuffer(bytes, { dtype: "<i2", offset: 1 })).subarray(128))).toBe("0100020003000400");
	});

	test("a file is written into the memory given, and nothing beyond it is touched", () => {
		const memory = new Uint8Array(200).fill(0xee);
		const file = encodeNpy(ramp, { out: memory.subarray(8) });
		expect(file.buffer).toBe(memory.buffer);
		expect([file.byteOffset, file.length]).toEqual([8, 140]);
		expect(file).toEqual(encodeNpy(ramp));
		expect([...new Set([...memory.subarray(0, 8), ...memory.subarray(148)])]).toEqual([0xee]);
	});

	test("memory one byte short is a wrong argument", () => {
		expect(() => encodeNpy(ramp, { out: new Uint8Array(139) })).toThrow(RangeError);
		expect(encodeNpy(ramp, { out: new Uint8Array(140) })).toHaveLength(140);
	});
});

describe("what np.save writes otherwise or not at all", () => {
	test("objects are refused: pickles are not written", () => {
		const objects = fromBuffer(new Uint8Array(0), { dtype: [["a", "<i2"]], shape: [0] });
		expect(encodeNpy(objects)).toHaveLength(128);
		expect(() => encodeNpy(array([null], { dtype: "O" }))).toThrow(expect.objectContaining({ code: "unsafe-object" }));
	});

	test("overlapping fields are refused, since a descr cannot say them", () => {
		const dtype = { names: ["a", "b"], formats: ["<u4", "<u2"], offsets: [0, 2], itemsize: 4 };
		expect(() => encodeNpy(fromBuffer(new Uint8Array(4), { dtype }))).toThrow(
			expect.objectContaining({ name: "FormatError", code: "bad-dtype" }),
		);
	});

	test.each([
		{ numpy: "1.26", rank: 32, more: 33 },
		{ numpy: "2.4", rank: 64, more: 65 },
	])("NumPy $numpy has arrays of up to $rank axes", ({ numpy, rank, more }) => {
		const ofRank = (axes: number) =>
			fromBuffer(new Uint8Array(1), { dtype: "u1", shape: new Array<number>(axes).fill(1) });
		expect(encodeNpy(ofRank(rank), { numpy }).length).toBeGreaterThan(64);
		expect(() => encodeNpy(ofRank(more), { numpy })).toThrow(expect.objectContaining({ code: "bad-shape" }));
	});

	test("elements without bytes came with NumPy 1.12", () => {
		const empty = fromBuffer(new Uint8Array(0), { dtype: "V0", shape: [3] });
		expect(encodeNpy(empty, { numpy: "1.12" })).toHaveLength(80);
		expect(() => encodeNpy(empty, { numpy: "1.11" })).toThrow(expect.objectContaining({ code: "bad-dtype" }));
	});

	test("a forced version is written, an era keeps its alignment", () => {
		expect(toHex(encodeNpy(ramp, { version: [2, 0] }).subarray(0, 12))).toBe("934e554d5059020074000000");
		expect(encodeNpy(ramp, { numpy: "1.13" })).toHaveLength(80 + 12);
	});
});
