import { describe, expect, test } from "vitest";

import { FormatError } from "../format-error.js";
import { dtype } from "./dtype.js";
import type { DTypeSpec } from "./spec.js";

test("names of JavaScript's own are names like any other", () => {
	const names = ["__proto__", "constructor", "0", "toString"];
	const made = dtype(names.map((name) => [name, "<i2"]));
	const offsets = names.map((name) => made.tag === "struct" && made.fields[name]?.offset);
	expect(made).toMatchObject({ names, itemsize: 8 });
	expect(made.tag === "struct" && Object.getPrototypeOf(made.fields)).toBe(null);
	expect(offsets).toEqual([0, 2, 4, 6]);
	expect(made.tag === "struct" && "hasOwnProperty" in made.fields).toBe(false);
});

test("a dtype is a spec too, and comes back as it is", () => {
	const inner = dtype([["x", "<f4"]], { align: true });
	expect(dtype(inner)).toBe(inner);
	expect(dtype([["p", inner]]).fields.p.dtype).toBe(inner);
});

test("nothing of a spec is changed or shared", () => {
	const spec = { names: ["a"], formats: ["<i4"], offsets: [4], itemsize: 8 };
	const copy = structuredClone(spec);
	const made = dtype(spec);
	spec.names[0] = "b";
	expect(made).toMatchObject({ names: ["a"], itemsize: 8 });
	spec.names[0] = "a";
	expect(spec).toEqual(copy);
});

describe("align lays fields out as a C compiler would", () => {
	test.each<[DTypeSpec, readonly number[], number]>([
		[
			[
				["a", "i1"],
				["b", "<f8"],
				["c", "i1"],
			],
			[0, 8, 16],
			24,
		],
		[
			[
				["a", "i1"],
				[
					"b",
					[
						["x", "i1"],
						["y", "<i4"],
					],
				],
			],
			[0, 4],
			12,
		],
		[
			[
				["a", "i1"],
				["b", "<i2", [3]],
			],
			[0, 2],
			8,
		],
		[
			[
				["a", "i1"],
				["b", "<U1"],
			],
			[0, 4],
			8,
		],
		["i1,f8", [0, 8], 16],
	])("%j has offsets %j and %i bytes", (spec, offsets, itemsize) => {
		const made = dtype(spec, { align: true });
		expect(made).toMatchObject({ tag: "struct", isAligned: true, itemsize });
		expect(made.tag === "struct" && made.names.map((name) => made.fields[name]?.offset)).toEqual(offsets);
	});
});

test("fields may overlap, leave gaps and go backwards", () => {
	const made = dtype({ names: ["a", "b", "c"], formats: ["<i4", "<i2", "u1"], offsets: [4, 0, 5], itemsize: 16 });
	expect(made).toMatchObject({ names: ["a", "b", "c"], itemsize: 16, isAligned: false });
	expect([made.fields.a.offset, made.fields.b.offset, made.fields.c.offset]).toEqual([4, 0, 5]);
});

describe("what native means is little-endian, whatever the host, unless it is said", () => {
	test.each([
		["i4", "<", "<"],
		["i4", ">", ">"],
		["=f8", ">", ">"],
		["<f8", ">", "<"],
		["float32", ">", ">"],
		["U3", ">", ">"],
		["M8[s]", ">", ">"],
		["i1", ">", "|"],
	] as const)("%s where native is %s: %s", (spec, byteOrder, expected) => {
		expect(dtype<string>(spec, { byteOrder })).toMatchObject({ byteOrder: expected });
	});
});

test.each([
	["long", 8, 4],
	["l", 8, 4],
	["L", 8, 4],
	["longdouble", 16, 8],
	["clongdouble", 32, 16],
	["intp", 8, 8],
	["int64", 8, 8],
])("%s has %i bytes on Linux and macOS, and %i on Windows", (name, lp64, llp64) => {
	expect(dtype(name).itemsize).toBe(lp64);
	expect(dtype(name, { platform: "llp64" }).itemsize).toBe(llp64);
});

test("int was C's long before 2.0", () => {
	expect(dtype("int", { platform: "llp64" }).itemsize).toBe(8);
	expect(dtype("int", { platform: "llp64", numpy: "1.26" }).itemsize).toBe(4);
});

describe("refused as bad-dtype", () => {
	test.each<[string, DTypeSpec]>([
		[
			"a name that occurs twice",
			[
				["a", "i4"],
				["a", "i4"],
			],
		],
		[
			"a title that is a name",
			[
				["a", "i4"],
				[["a", "b"], "i4"],
			],
		],
		["fewer formats than names", { names: ["a", "b"], formats: ["i4"] }],
		["fewer offsets than names", { names: ["a"], formats: ["i4"], offsets: [] }],
		["an offset below zero", { names: ["a"], formats: ["i4"], offsets: [-1] }],
		["an itemsize that the fields exceed", { names: ["a"], formats: ["i4"], itemsize: 3 }],
		["an aligned field at an odd offset", { names: ["a"], formats: ["<i4"], offsets: [1], aligned: true }],
		["an aligned itemsize that is no multiple", { names: ["a"], formats: ["<i4"], itemsize: 6, aligned: true }],
		["an object that a field overlaps", { names: ["a", "b"], formats: ["O", "i4"], offsets: [0, 4] }],
		["a negative extent", ["i4", [-1]]],
		["2 GiB in one item", ["i4", [0x20000000]]],
		["65 dimensions", ["i4", new Array<number>(65).fill(1)]],
		["text of 2 GiB", "U536870912"],
		["no text", ""],
	])("%s", (_what, spec) => {
		expect(() => dtype(spec)).toThrow(expect.objectContaining({ name: "FormatError", code: "bad-dtype" }));
	});
});

test.each([null, undefined, 4, true, Symbol("i4")])("%o is no spec at all", (value) => {
	// @ts-expect-error -- JavaScript may pass anything.
	expect(() => dtype(value)).toThrow(TypeError);
});

test("a release that is none is a wrong argument", () => {
	expect(() => dtype("n", { numpy: "newest" })).toThrow(RangeError);
	expect(() => dtype("n", { numpy: "1.26" })).toThrow(FormatError);
});
