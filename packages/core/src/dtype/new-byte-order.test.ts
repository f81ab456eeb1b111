import { expect, test } from "vitest";

import { dtype } from "./dtype.js";
import { newByteOrder } from "./new-byte-order.js";

test("every number within takes the order, and nothing else changes", () => {
	const spec = (mark: "<" | ">"): Parameters<typeof dtype>[0] => ({
		names: ["a", "b", "c", "d", "e"],
		formats: [
			`${mark}i4`,
			"i1",
			[
				["x", `${mark}U3`],
				["y", "S2"],
			],
			[`${mark}c8`, [2]],
			`${mark}M8[25s]`,
		],
		offsets: [40, 0, 4, 20, 48],
		titles: ["t", null, null, null, null],
		itemsize: 64,
	});
	const little = dtype(spec("<"));
	expect(newByteOrder(little, ">")).toEqual(dtype(spec(">")));
	expect(newByteOrder(newByteOrder(little, ">"), "<")).toEqual(little);
	expect(little).toEqual(dtype(spec("<")));
});

test.each(["i1", "?", "S5", "V3", "O"])("%s has no order", (text) => {
	expect(newByteOrder(dtype(text), ">")).toEqual(dtype(text));
});

test("an aligned struct stays one", () => {
	const aligned = dtype(
		[
			["a", "u1"],
			["b", "<i4"],
		],
		{ align: true },
	);
	expect(newByteOrder(aligned, ">")).toEqual(
		dtype(
			[
				["a", "u1"],
				["b", ">i4"],
			],
			{ align: true },
		),
	);
});
