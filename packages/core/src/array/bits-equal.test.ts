import { expect, test } from "vitest";
import type { DTypeSpec } from "../dtype/spec.js";
import { bitsEqual } from "./bits-equal.js";
import { array } from "./create.js";
import { fromBuffer } from "./from-buffer.js";

const of = (dtype: DTypeSpec, ...bytes: number[]) => fromBuffer(Uint8Array.from(bytes), { dtype });

test.each([
	["byte order does not matter", of("<u2", 1, 2), of(">u2", 2, 1), true],
	["bits do", of("<u2", 1, 2), of("<u2", 1, 3), false],
	["NaN equals a NaN of the same payload", of("<f4", 1, 0, 128, 127), of("<f4", 1, 0, 128, 127), true],
	["no other NaN", of("<f4", 1, 0, 128, 127), of("<f4", 2, 0, 128, 127), false],
	["zeros have signs", of("<f4", 0, 0, 0, 0), of("<f4", 0, 0, 0, 128), false],
	["shapes differ", of("u1", 1, 2), of("(2,)u1", 1, 2), false],
	["kinds differ", of("u1", 1), of("i1", 1), false],
	["sizes differ", of("S1", 97), of("S2", 97, 0), false],
	["units differ", of("<m8[s]", 1, 0, 0, 0, 0, 0, 0, 0), of("<m8[2s]", 1, 0, 0, 0, 0, 0, 0, 0), false],
	["booleans are bytes", of("?", 1), of("?", 2), false],
	[
		"parts of complex numbers turn around apart",
		of("<c8", 1, 2, 3, 4, 5, 6, 7, 8),
		of(">c8", 4, 3, 2, 1, 8, 7, 6, 5),
		true,
	],
	["characters turn around", of("<U1", 1, 2, 0, 0), of(">U1", 0, 0, 2, 1), true],
	["bytes do not", of("S2", 1, 2), of("S2", 2, 1), false],
	[
		"the tail of a long double is no value",
		of("<f16", ...new Uint8Array(10), 1, 2, 3, 4, 5, 6),
		of("<f16", ...new Uint8Array(16)),
		true,
	],
	[
		"nor is it in the other order",
		of(">f16", 1, 2, 3, 4, 5, 6, ...new Uint8Array(9), 1),
		of("<f16", 1, ...new Uint8Array(15)),
		true,
	],
	["field names count", of([["a", "u1"]], 1), of([["b", "u1"]], 1), false],
	[
		"fields turn around by themselves",
		of(
			[
				["a", "<u2"],
				["b", "u1"],
			],
			1,
			2,
			3,
		),
		of(
			[
				["a", ">u2"],
				["b", "u1"],
			],
			2,
			1,
			3,
		),
		true,
	],
	["subarray fields too", of([["a", "<u2", 2]], 1, 2, 3, 4), of([["a", ">u2", 2]], 2, 1, 4, 3), true],
	["subarray shapes count", of([["a", "u1", [1, 2]]], 1, 2), of([["a", "u1", [2]]], 1, 2), false],
])("%s", (_, a, b, isEqual) => {
	expect([bitsEqual(a, b), bitsEqual(b, a)]).toEqual([isEqual, isEqual]);
});

test("gaps between fields are no value, offsets are", () => {
	const padded = { names: ["a"], formats: ["u1"], offsets: [1], itemsize: 3 };
	expect(bitsEqual(of(padded, 7, 1, 7), of(padded, 8, 1, 8))).toBe(true);
	expect(bitsEqual(of(padded, 1, 1, 1), of({ ...padded, offsets: [0] }, 1, 1, 1))).toBe(false);
});

test("layout in memory does not matter", () => {
	const c = array(
		[
			[1, 2],
			[3, 4],
		],
		{ dtype: "<i4" },
	);
	const f = array(
		[
			[1, 2],
			[3, 4],
		],
		{ dtype: "<i4", order: "F" },
	);
	expect([bitsEqual(c, f), bitsEqual(c, f.transpose())]).toEqual([true, false]);
});

test("empty arrays of one shape and dtype are equal", () => {
	expect(bitsEqual(array([], { dtype: "f8" }), array([], { dtype: "f8" }))).toBe(true);
	expect(bitsEqual(array([[]], { dtype: "f8" }), array([], { dtype: "f8" }))).toBe(false);
});

test("objects are compared as Object.is does", () => {
	const shared = {};
	expect(bitsEqual(array([shared, Number.NaN], { dtype: "O" }), array([shared, Number.NaN], { dtype: "O" }))).toBe(
		true,
	);
	expect(bitsEqual(array([{}], { dtype: "O" }), array([{}], { dtype: "O" }))).toBe(false);
});
