import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { DTypeSpec } from "../../dtype/spec.js";
import { arrayEqual } from "../array-equal.js";
import { bitsEqual } from "../bits-equal.js";
import { copy } from "../copy.js";
import { zeros } from "../create.js";
import { fromBuffer } from "../from-buffer.js";
import type { NDArray } from "../nd-array.js";
import { equalBlocks, sameBlocks } from "./equal-blocks.js";
import { setFastPaths } from "./fast-paths.js";

/** Bits of numbers that are equal to others without being the same, or nearly equal. */
const words = [
	"0 1 8000000000000000 8000000000000001 20000000000000 20000000000001 ffffffffffffffff",
	"3ff0000000000000 7ff8000000000000 7ff8000000000001 7ff0000000000000 4340000000000000",
	"3f8000003f800000 7fc000007fc00001 8000000080000000",
].flatMap((line) => line.split(" ").map((hex) => BigInt(`0x${hex}`)));

const types = ["<i8", ">i8", "<u8", "<f8", ">f8", "<f4", ">f4", "<i4", ">u4", "i1", "?", "<M8[s]", "<c8", "<f2", "S4"];

function verdicts(a: NDArray, b: NDArray): readonly unknown[] {
	return [() => arrayEqual(a, b), () => arrayEqual(a, b, { equalNan: true }), () => bitsEqual(a, b)].map((compare) => {
		try {
			return compare();
		} catch (error) {
			return String(error);
		}
	});
}

test("numbers and bits are equal in blocks where they are one by one", () => {
	const word = fc.constantFrom(...words);
	const type = fc.constantFrom(...types);
	const memory = fc.record({
		type,
		at: fc.constantFrom(0, 1, 8),
		values: fc.array(word, { minLength: 2, maxLength: 2 }),
	});
	const arrayOf = ({ type: dtype, at, values }: { type: string; at: number; values: readonly bigint[] }): NDArray => {
		const bytes = new Uint8Array(16 + at);
		for (const [index, value] of values.entries()) new DataView(bytes.buffer).setBigUint64(at + index * 8, value, true);
		return fromBuffer(bytes.subarray(at), { dtype });
	};
	fc.assert(
		fc.property(memory, memory, fc.boolean(), (one, other, isSwapped) => {
			const a = arrayOf(one);
			for (const b of [
				arrayOf(other),
				arrayOf({ ...other, type: one.type }),
				isSwapped ? copy(a, { byteOrder: ">" }) : a,
			]) {
				const [left, right] = [a.slice([0, Math.min(a.size, b.size)]), b.slice([0, Math.min(a.size, b.size)])];
				setFastPaths(true);
				const fast = verdicts(left, right);
				setFastPaths(false);
				expect(fast).toEqual(verdicts(left, right));
			}
		}),
		{ numRuns: 3000 },
	);
});

test.each<[DTypeSpec, DTypeSpec]>([
	["<f8", "<f8"],
	["<i4", ">i4"],
	["<u8", ">u8"],
	["<f4", "<f8"],
])("one element of 5000 of %s and %s that is another one is found wherever it is", (one, other) => {
	setFastPaths(true);
	const [a, b] = [zeros([50, 100], { dtype: one, order: "F" }), zeros([50, 100], { dtype: other, order: "F" })];
	expect(equalBlocks(a, b, false)).toBe(true);
	for (const index of [0, 2047, 2048, 4999]) {
		const last = zeros([50, 100], { dtype: other, order: "F" });
		new Uint8Array(last.buffer).fill(1, index * last.dtype.itemsize, (index + 1) * last.dtype.itemsize);
		expect([equalBlocks(a, last, false), bitsEqual(last, b)]).toEqual([false, false]);
	}
});

test("what is not decided by doubles or by bytes is left to be looked at one by one", () => {
	setFastPaths(true);
	const of = (dtype: DTypeSpec): NDArray => zeros([4, 4], { dtype });
	expect(equalBlocks(of("<i8"), of("<u8"), false)).toBeUndefined();
	expect(equalBlocks(of("<c8"), of("<c8"), false)).toBeUndefined();
	expect(equalBlocks(of("<f8"), of("<f8").transpose(), false)).toBeUndefined();
	expect(sameBlocks(of("<f16"), of("<f16"))).toBeUndefined();
	expect(sameBlocks(of("O"), of("O"))).toBeUndefined();
	setFastPaths(false);
	expect(sameBlocks(of("<f8"), of("<f8"))).toBeUndefined();
});
