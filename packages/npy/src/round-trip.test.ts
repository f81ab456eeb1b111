import { bitsEqual, FormatError, fromBuffer, type NDArray } from "@ndwire/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeNpy } from "./decode.js";
import { encodeNpy } from "./encode.js";
import { decodeNpyHeader } from "./header/decode.js";
import { decodeNpySequence } from "./sequence.js";

const typeString = fc.oneof(
	fc.constantFrom(..."|b1 |i1 <i2 >i4 <i8 |u1 >u2 <u4 >u8 <f2 >f2 <f4 >f4 <f8 >f8 <c8 >c16".split(" ")),
	fc.constantFrom(..."|S3 |V5 <U2 >U1 <f16 >c32 <M8[s] >m8[25ns] |S0".split(" ")),
);
const name = fc.oneof(
	fc.constantFrom("__proto__", "constructor", "0", "length", "it's", 'a"b', "\\", "\u00e9", "\u03b1", "\u{1f600}"),
	fc.string({ minLength: 1, unit: "binary" }),
);
const fields = fc.uniqueArray(fc.tuple(name, typeString), { selector: ([key]) => key, maxLength: 4 });
const shape = fc.array(fc.nat(3), { maxLength: 4 });

/** An array over random memory that begins at any address. */
const anyArray: fc.Arbitrary<NDArray> = fc
	.record({ dtype: fc.oneof(typeString, fields), shape, order: fc.constantFrom("C", "F"), shift: fc.nat(9) })
	.chain(({ dtype, shape, order, shift }) => {
		const empty = fromBuffer(new Uint8Array(0), { dtype, shape: [0] });
		const length = shape.reduce((size, extent) => size * extent, empty.dtype.itemsize);
		const memory = fc.uint8Array({ minLength: shift + length, maxLength: shift + length });
		return memory.map((bytes) => fromBuffer(bytes, { dtype, shape, order, offset: shift }));
	});

/** The same memory with its axes in another order and some elements left out: often contiguous in neither order. */
const anyView: fc.Arbitrary<NDArray> = fc
	.record({ array: anyArray, transposed: fc.boolean(), step: fc.constantFrom(1, 2, -1) })
	.map(({ array, transposed, step }) => {
		const turned = transposed ? array.transpose() : array;
		return turned.shape.length === 0 ? turned : turned.slice([null, null, step]);
	});

const releases = fc.constantFrom("1.17", "1.23", "1.24", "2.4");

test("what is written is read back, bit for bit, and written the same again", () => {
	fc.assert(
		fc.property(anyView, releases, (array, numpy) => {
			const file = encodeNpy(array, { numpy });
			const back = decodeNpy(file, { maxHeaderSize: Infinity });
			expect(back.shape).toEqual(array.shape);
			expect(back.dtype).toEqual(array.dtype);
			expect(bitsEqual(back, array)).toBe(true);
			expect(encodeNpy(back, { numpy })).toEqual(file);
		}),
	);
});

test("a header says how long the file is", () => {
	fc.assert(
		fc.property(anyView, (array) => {
			const file = encodeNpy(array);
			const { dataOffset, dataLength } = decodeNpyHeader(file, { maxHeaderSize: Infinity });
			expect(dataOffset + (dataLength ?? 0)).toBe(file.length);
			expect(dataOffset % 64).toBe(0);
		}),
	);
});

test("files in a row are read in a row", () => {
	fc.assert(
		fc.property(fc.array(anyView, { maxLength: 4 }), (arrays) => {
			const bytes = arrays.flatMap((array) => [...encodeNpy(array)]);
			const back = [...decodeNpySequence(Uint8Array.from(bytes), { maxHeaderSize: Infinity })];
			expect(back.map(({ shape }) => shape)).toEqual(arrays.map(({ shape }) => shape));
		}),
	);
});

test("damage is refused with a FormatError or read as something else, and nothing else happens", () => {
	const damage = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) });
	fc.assert(
		fc.property(anyArray, damage, (array, { at, byte }) => {
			const file = encodeNpy(array);
			file[Math.floor(at * (file.length - 1))] = byte;
			expect(thrownBy(() => decodeNpy(file, { maxHeaderSize: Infinity }))).toSatisfy(isNothingOrRefusal);
		}),
		{ numRuns: 500 },
	);
});

function thrownBy(act: () => unknown): unknown {
	try {
		act();
	} catch (error) {
		return error;
	}
	return undefined;
}

function isNothingOrRefusal(thrown: unknown): boolean {
	return thrown === undefined || thrown instanceof FormatError;
}
