import { describe, expect, test } from "vitest";
import { resolveExtent } from "./extent.js";

const e = 2n ** 32n;

describe("sizes come to what NumPy 2.4.6 makes of them", () => {
	test.each([
		{ sizes: [], itemsize: 4, shape: [], size: 1, byteLength: 4 },
		{ sizes: [2n, 3n], itemsize: 4, shape: [2, 3], size: 6, byteLength: 24 },
		{ sizes: [0n, 3n], itemsize: 4, shape: [0, 3], size: 0, byteLength: 0 },
		{
			sizes: Array.from({ length: 64 }, () => 1n),
			itemsize: 1,
			shape: Array.from({ length: 64 }, () => 1),
			size: 1,
			byteLength: 1,
		},
		{ sizes: [2n ** 50n], itemsize: 0, shape: [2 ** 50], size: 2 ** 50, byteLength: 0 },
		{ sizes: [0n, 2n ** 40n, 2n ** 40n], itemsize: 0, shape: [0, 2 ** 40, 2 ** 40], size: 0, byteLength: 0 },
		// A product that wraps to 0 leaves nothing to read, and the negative size is then "what is left".
		{ sizes: [-e, e], itemsize: 4, shape: [0, 2 ** 32], size: 0, byteLength: 0 },
		{ sizes: [2n, -(2n ** 63n)], itemsize: 4, shape: [2, 0], size: 0, byteLength: 0 },
	])("$sizes of $itemsize bytes", ({ sizes, itemsize, ...expected }) => {
		expect(resolveExtent(sizes, itemsize, false, 0)).toEqual(expected);
	});

	test("a zero hides an overflow that comes after it in the order of the elements", () => {
		const [zeroFirst, zeroLast] = [
			[0n, 2n ** 40n, 2n ** 40n],
			[2n ** 40n, 2n ** 40n, 0n],
		];
		const overflow: unknown = expect.objectContaining({ code: "overflow" });
		expect(resolveExtent(zeroFirst, 0, false, 0).size).toBe(0);
		expect(() => resolveExtent(zeroFirst, 0, true, 0)).toThrow(overflow);
		expect(resolveExtent(zeroLast, 0, true, 0).size).toBe(0);
		expect(() => resolveExtent(zeroLast, 0, false, 0)).toThrow(overflow);
	});
});

describe("sizes that NumPy refuses are refused", () => {
	test.each([
		{ sizes: [-1n], code: "bad-shape" },
		{ sizes: [-1n, 0n], code: "bad-shape" },
		{ sizes: [0n, -1n], code: "bad-shape" },
		{ sizes: [-1n, -1n], code: "bad-shape" },
		{ sizes: [-2n, -2n], code: "bad-shape" },
		{ sizes: [-e, -1n, -e], code: "bad-shape" },
		{ sizes: [-6_148_914_691_236_517_205n, 3n], code: "bad-shape" },
		{ sizes: [e, e], code: "overflow" },
		{ sizes: [2n ** 62n, 4n], code: "overflow" },
		{ sizes: [2n ** 63n], code: "overflow" },
		{ sizes: [2n ** 64n, 0n], code: "overflow" },
		{ sizes: [2n, -(2n ** 63n) * 1000n], code: "overflow" },
		{ sizes: [0n, 3n, 2n ** 61n - 1n], code: "overflow" },
		{ sizes: [2n ** 60n, 8n], code: "overflow" },
		{ sizes: Array.from({ length: 65 }, () => 1n), code: "limit" },
	])("$sizes with $code", ({ sizes, code }) => {
		expect(() => resolveExtent(sizes, 4, false, 57)).toThrow(
			expect.objectContaining({ name: "FormatError", format: "npy", code, offset: 57 }),
		);
	});

	test.each([
		{ sizes: [2n ** 53n], itemsize: 1 },
		{ sizes: [0n, 2n ** 53n], itemsize: 1 },
		{ sizes: [2n ** 40n, 2n ** 20n], itemsize: 0 },
	])("$sizes, which a JavaScript number cannot count, with limit", ({ sizes, itemsize }) => {
		expect(() => resolveExtent(sizes, itemsize, false, 0)).toThrow(expect.objectContaining({ code: "limit" }));
	});
});
