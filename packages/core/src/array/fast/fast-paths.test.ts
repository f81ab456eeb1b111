import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { dtype } from "../../dtype/dtype.js";
import { astype } from "../astype/astype.js";
import { byteswap } from "../byteswap.js";
import { copy } from "../copy.js";
import { zeros } from "../create.js";
import { fromBuffer } from "../from-buffer.js";
import { hostByteOrder } from "../memory.js";
import type { NDArray } from "../nd-array.js";
import { fromParts, toParts } from "../parts.js";
import { pack } from "../pack.js";
import { setFastPaths } from "./fast-paths.js";
import { gather } from "./gather.js";
import { reverse } from "./reverse.js";
import { swapWordsNatively } from "./swap-words.js";
import { widenArray } from "./widen-array.js";

const takeFastPaths = (): void => setFastPaths(true);
const takePlainPaths = (): void => setFastPaths(false);

/** Bytes among which there is every pattern of 16 bits, and so NaNs of all kinds. */
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 2654435761) >>> 13);

const isLittle = hostByteOrder() === "<";

test.runIf(isLittle).each<[string, NDArray]>([
	["a transposed matrix of 8 bytes", fromBuffer(noise(8 * 6000), { dtype: "<f8", shape: [60, 100] }).transpose()],
	["a transposed matrix of 4 bytes", fromBuffer(noise(4 * 6000), { dtype: ">u4", shape: [100, 60] }).transpose()],
	["rows a page apart", fromBuffer(noise(8 * 1024 * 40), { dtype: "<f8", shape: [40, 1024] }).transpose()],
	["three axes", fromBuffer(noise(4 * 21 * 40 * 33), { dtype: "<f4", shape: [21, 40, 33] }).transpose()],
	["an axis in the middle", fromBuffer(noise(4 * 5000), { dtype: "<f4", shape: [10, 100, 5] }).transpose([0, 2, 1])],
	["a long axis of short ones", fromBuffer(noise(8 * 9000), { dtype: "<i8", shape: [3, 3000] }).transpose()],
	[
		"steps and turns",
		fromBuffer(noise(8 * 6000), { dtype: "<f8", shape: [60, 100] }).slice([null, null, -1], [null, null, -2]),
	],
	[
		"a repeated row",
		fromParts({ ...toParts(fromBuffer(noise(800), { dtype: "<f8" })), shape: [50, 50], strides: [0, 16] }),
	],
	["a transposed matrix of bytes", fromBuffer(noise(6000), { dtype: "u1", shape: [60, 100] }).transpose()],
	["a column of flags", fromBuffer(noise(13 * 5000), { dtype: "i4,?,f8" }).field("f1")],
	["a column of odd records", fromBuffer(noise(13 * 5000), { dtype: "i4,?,f8" }).field("f2")],
	["a column of 4 bytes at odd places", fromBuffer(noise(7 * 5000), { dtype: "S3,f4" }).field("f1")],
])("%s is gathered with the bits that element by element gives", (_what, source) => {
	takeFastPaths();
	for (const order of ["C", "F"] as const) {
		const target = new Uint8Array(source.nbytes);
		// In Fortran order some of them lie in one run.
		if (source.order === order) continue;
		expect(gather(source, order, target)).toBe(true);
		expect(target).toEqual(pack(source, order));
	}
});

test.each([2, 4, 8])("words of %i bytes are turned around by the platform", (size) => {
	takeFastPaths();
	const bytes = noise(size * 300).subarray(size);
	const expected = Uint8Array.from(bytes, (_, index) => bytes[index - (index % size) * 2 + size - 1] ?? 0);
	expect(swapWordsNatively(bytes, size)).toBe(true);
	expect(bytes).toEqual(expected);
});

test.each(["u1", "<i2", "<f4", "<f8"])("%s one before the other are turned around as a whole", (type) => {
	takeFastPaths();
	const source = fromBuffer(noise(8 * 100), { dtype: type }).slice([null, null, -1]);
	const target = new Uint8Array(source.nbytes);
	expect(reverse(source, "C", target)).toBe(true);
	expect(target).toEqual(pack(source, "C"));
});

test.runIf(isLittle).each([
	["<f2", "<f4"],
	["bfloat16", "<f4"],
	["u1", "<f4"],
	["<i4", "<f4"],
	["<u4", "<f8"],
	["i1", "<i2"],
	["<u2", "<i4"],
	["<u2", "<u4"],
] as const)("every %s widens to %s with the bits that one by one gives", (from, to) => {
	const source = fromBuffer(noise(0x20000), { dtype: from });
	takeFastPaths();
	const target = zeros([source.size], { dtype: to });
	expect(widenArray(source, target)).toBe(true);
	takePlainPaths();
	expect(target.toBytes()).toEqual(astype(source, to).toBytes());
});

test.each([
	["<f8", "<f4"],
	["<f4", "<f8"],
	["<i4", "<u4"],
	["<u4", "<i4"],
	["?", "<f4"],
	["<i8", "<f8"],
	["<f2", "<f8"],
	["<i2", "<c8"],
])("%s to %s is left to the plain path, which looks at every element", (from, to) => {
	takeFastPaths();
	expect(widenArray(zeros([4], { dtype: from }), zeros([4], { dtype: to }))).toBe(false);
});

test.each([
	["", true],
	["1", false],
])("NDWIRE_PLAIN=%s is looked at once", async (value, isOn) => {
	vi.resetModules();
	vi.stubEnv("NDWIRE_PLAIN", value);
	const { hasFastPaths } = await import("./fast-paths.js");
	expect(hasFastPaths()).toBe(isOn);
	vi.stubEnv("NDWIRE_PLAIN", isOn ? "1" : "");
	expect(hasFastPaths()).toBe(isOn);
});

test("plain paths are taken by all of them", () => {
	takePlainPaths();
	const matrix = fromBuffer(noise(800), { dtype: "<f8", shape: [10, 10] });
	const target = new Uint8Array(800);
	expect([
		gather(matrix.transpose(), "C", target),
		reverse(matrix.reshape([100]).slice([null, null, -1]), "C", target),
		swapWordsNatively(target, 8),
		widenArray(zeros([4], { dtype: "<f2" }), zeros([4], { dtype: "<f4" })),
	]).toEqual([false, false, false, false]);
	expect(target).toEqual(new Uint8Array(800));
});

test("any array and view is copied, swapped and converted to the same bits either way", () => {
	const types = fc.constantFrom("<f8", ">f8", "<f4", ">i4", "<f2", ">f2", "u1", "<c16", "U1", "<M8[s]", "i4,?,f8");
	const step = fc.constantFrom(1, 2, -1, -3);
	const view = fc.record({ dtype: types, steps: fc.tuple(step, step, step), turn: fc.boolean(), at: fc.nat(3) });
	fc.assert(
		fc.property(view, fc.constantFrom("C", "F"), ({ dtype: type, steps, turn, at }, order) => {
			const bytes = noise(dtype(type).itemsize * 7 * 5 * 6 + at).subarray(at);
			const whole = fromBuffer(bytes, { dtype: type, shape: [7, 5, 6] });
			const sliced = whole.slice(...steps.map((by) => [null, null, by] as const));
			const source = turn ? sliced.transpose() : sliced;
			const all = (): readonly Uint8Array[] => [
				copy(source, { order }).toBytes({ order }),
				copy(source, { order, byteOrder: ">" }).toBytes({ order }),
				byteswap(source).toBytes(),
				...(type.includes(",") || /[MU]/.test(type) ? [] : [astype(source, "<c16", { order }).toBytes({ order })]),
				...(/f2|u1/.test(type) ? [astype(source, "<f4", { order }).toBytes({ order })] : []),
			];
			takeFastPaths();
			const fast = all();
			takePlainPaths();
			expect(fast).toEqual(all());
		}),
		{ numRuns: 300 },
	);
});
