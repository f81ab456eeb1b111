import type { DTypeSpec, Order } from "@ndwire/core";
import type { HandmadeFile } from "./npy-file.js";

/** A file as NumPy 2.4.6 wrote it, and the array that it wrote. */
export interface NumpyFile extends HandmadeFile {
	readonly what: string;
	readonly dtype: DTypeSpec;
	readonly shape: readonly number[];
	readonly order: Order;
	/** What `toList` gives. */
	readonly values?: unknown;
}

const nan = Number.NaN;

export const numpyFiles: readonly NumpyFile[] = [
	{
		what: "little-endian int16 in C order",
		major: 1,
		length: 118,
		text: "{'descr': '<i2', 'fortran_order': False, 'shape': (2, 3), }",
		data: "0100feff0300040005000080",
		dtype: "<i2",
		shape: [2, 3],
		order: "C",
		values: [
			[1, -2, 3],
			[4, 5, -32768],
		],
	},
	{
		what: "big-endian int16 in Fortran order",
		major: 1,
		length: 118,
		text: "{'descr': '>i2', 'fortran_order': True, 'shape': (2, 3), }",
		data: "00010004fffe000500038000",
		dtype: ">i2",
		shape: [2, 3],
		order: "F",
		values: [
			[1, -2, 3],
			[4, 5, -32768],
		],
	},
	{
		what: "a scalar",
		major: 1,
		length: 118,
		text: "{'descr': '<f8', 'fortran_order': False, 'shape': (), }",
		data: "0000000000000440",
		dtype: "<f8",
		shape: [],
		order: "C",
		values: 2.5,
	},
	{
		what: "an array without elements",
		major: 1,
		length: 118,
		text: "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 3), }",
		data: "",
		dtype: "<f4",
		shape: [0, 3],
		order: "C",
		values: [],
	},
	{
		what: "booleans that are neither 0 nor 1",
		major: 1,
		length: 118,
		text: "{'descr': '|b1', 'fortran_order': False, 'shape': (4,), }",
		data: "000102ff",
		dtype: "|b1",
		shape: [4],
		order: "C",
		values: [false, true, true, true],
	},
	{
		what: "float32 with signalling and negative NaN, -0 and a subnormal",
		major: 1,
		length: 118,
		text: "{'descr': '<f4', 'fortran_order': False, 'shape': (4,), }",
		data: "0100a07f4523c1ff0000008001000000",
		dtype: "<f4",
		shape: [4],
		order: "C",
		values: [nan, nan, -0, 2 ** -149],
	},
	{
		what: "the extremes of int64",
		major: 1,
		length: 118,
		text: "{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }",
		data: "0000000000000080ffffffffffffff7f",
		dtype: "<i8",
		shape: [2],
		order: "C",
		values: [-(2n ** 63n), 2n ** 63n - 1n],
	},
	{
		what: "big-endian uint64",
		major: 1,
		length: 118,
		text: "{'descr': '>u8', 'fortran_order': False, 'shape': (2,), }",
		data: "ffffffffffffffff0000000000000000",
		dtype: ">u8",
		shape: [2],
		order: "C",
		values: [2n ** 64n - 1n, 0n],
	},
	{
		what: "float16",
		major: 1,
		length: 118,
		text: "{'descr': '<f2', 'fortran_order': False, 'shape': (2,), }",
		data: "003e007c",
		dtype: "<f2",
		shape: [2],
		order: "C",
		values: [1.5, Infinity],
	},
	{
		what: "complex64",
		major: 1,
		length: 118,
		text: "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }",
		data: "0000803f000000c0",
		dtype: "<c8",
		shape: [1],
		order: "C",
		values: [{ re: 1, im: -2 }],
	},
	{
		what: "big-endian complex128",
		major: 1,
		length: 118,
		text: "{'descr': '>c16', 'fortran_order': False, 'shape': (1,), }",
		data: "3ff0000000000000c000000000000000",
		dtype: ">c16",
		shape: [1],
		order: "C",
		values: [{ re: 1, im: -2 }],
	},
];

export const unalignedStructure: NumpyFile = {
	what: "a structure with unaligned fields",
	major: 1,
	length: 182,
	text: "{'descr': [('id', '<i4'), ('value', '>f8'), ('flag', '|b1')], 'fortran_order': False, 'shape': (2,), }",
	data: "010000003ff800000000000001feffffff800000000000000000",
	dtype: [
		["id", "<i4"],
		["value", ">f8"],
		["flag", "?"],
	],
	shape: [2],
	order: "C",
};

export const greekName: NumpyFile = {
	what: "a Greek field name in version 3.0",
	major: 3,
	length: 116,
	text: "{'descr': [('\u03b1', '<i2')], 'fortran_order': False, 'shape': (1,), }",
	data: "0700",
	dtype: [["\u03b1", "<i2"]],
	shape: [1],
	order: "C",
};

export const structuredNumpyFiles: readonly NumpyFile[] = [
	unalignedStructure,
	greekName,
	{
		what: "a structure with padding",
		major: 1,
		length: 118,
		text: "{'descr': [('a', '|u1'), ('', '|V3'), ('b', '<i4')], 'fortran_order': False, 'shape': (2,), }",
		data: "01000000030000000200000004000000",
		dtype: { names: ["a", "b"], formats: ["u1", "<i4"], offsets: [0, 4], itemsize: 8 },
		shape: [2],
		order: "C",
	},
	{
		what: "a Latin-1 field name in version 1.0",
		major: 1,
		length: 118,
		text: "{'descr': [('\u00e9', '<i2')], 'fortran_order': False, 'shape': (1,), }",
		data: "0000",
		dtype: [["\u00e9", "<i2"]],
		shape: [1],
		order: "C",
	},
];
