import { describe, expect, test } from "vitest";
import type { DTypeSpec } from "../../dtype/spec.js";
import { astype, type AstypeOptions } from "../astype/astype.js";
import { array, zeros } from "../create.js";
import { fromBuffer } from "../from-buffer.js";
import type { NDArray } from "../nd-array.js";
import { convertBlocks } from "./convert-blocks.js";
import { setFastPaths } from "./fast-paths.js";

const takeFastPaths = (): void => setFastPaths(true);
const takePlainPaths = (): void => setFastPaths(false);

const types = "i1 u1 <i2 >u2 <i4 >i4 <u4 >u4 <i8 >i8 <u8 >u8 <f4 >f4 <f8 >f8".split(" ");

/** Bytes among which there is every pattern of 16 bits, and so NaNs of all kinds. */
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 2654435761) >>> 13);

/** Three blocks of numbers that most types hold, and others of every size; behind them, of floats, what any bits are. */
function numbersOf(type: string): NDArray {
	const isFloat = type.includes("f");
	const bits = fromBuffer(noise(8 * 8000), { dtype: "<u8" });
	const values = Array.from({ length: 8000 }, (_, index) => {
		const integer = BigInt.asUintN(index < 6200 ? 7 : (index % 64) + 1, BigInt(String(bits.get(index))));
		const signed = index > 4200 && index % 2 === 0 ? -integer : integer;
		return isFloat ? Number(signed) / 4 : BigInt.asIntN(64, signed);
	});
	const wide = array(values, { dtype: isFloat ? "<f8" : "<i8" });
	const bytes = astype(wide, type, { overflow: "wrap" }).toBytes();
	return fromBuffer(isFloat ? Uint8Array.of(...bytes, ...noise(8 * 3000)) : bytes, { dtype: type });
}

function outcome(source: NDArray, to: DTypeSpec, options: AstypeOptions): string {
	try {
		return Buffer.from(astype(source, to, options).toBytes()).toString("hex");
	} catch (error) {
		return String(error);
	}
}

describe.each(types)("numbers of %s", (from) => {
	const source = numbersOf(from);

	test.each(types)("become %s with the bits and the refusals that one by one gives", (to) => {
		for (const overflow of ["wrap", "error"] as const) {
			for (const int64 of ["round", "exact"] as const) {
				// All of them, only what fits in most types, and a single one.
				for (const part of [source, source.slice([0, 4100]), source.slice([9, 10])]) {
					takeFastPaths();
					const fast = outcome(part, to, { overflow, int64 });
					takePlainPaths();
					expect(fast === outcome(part, to, { overflow, int64 })).toBe(true);
				}
			}
		}
	});
});

/** What types hold last, as integers and as floats with their neighbours. */
const powers = [0, 7, 8, 15, 16, 24, 31, 32, 53, 54, 63, 64];
const integers = powers.flatMap((power) =>
	[-1n, 0n, 1n].flatMap((step) => [2n ** BigInt(power) + step, step - 2n ** BigInt(power)]),
);
const floats = [...powers, 127, 128].flatMap((power) =>
	[0.5, 1, 2 ** (power - 24), 2 ** (power - 25), 2 ** (power - 53)].flatMap((step) =>
		[-1, 0, 1].flatMap((times) => [2 ** power + times * step, times * step - 2 ** power]),
	),
);

/** Each by itself: in a block, one that does not fit sends all of them to the plain path. */
describe.each(types.filter((type) => !type.startsWith(">")))("at the edges of what types hold, %s", (from) => {
	const isFloat = from.includes("f");
	const bits = Number(from.at(-1)) * 8;
	const source = isFloat
		? astype(array([...new Set(floats)], { dtype: "<f8" }), from, { overflow: "wrap" })
		: array(
				integers.map((integer) => (from.includes("i") ? BigInt.asIntN(bits, integer) : BigInt.asUintN(bits, integer))),
				{ dtype: from },
			);

	test.each(types.filter((type) => !type.startsWith(">")))("becomes %s as one by one", (to) => {
		for (const overflow of ["wrap", "error"] as const) {
			for (let index = 0; index < source.size; index += 1) {
				const part = source.slice([index, index + 1]);
				takeFastPaths();
				const fast = outcome(part, to, { overflow });
				takePlainPaths();
				expect([index, fast]).toEqual([index, outcome(part, to, { overflow })]);
			}
		}
	});
});

test("numbers that lie apart, or at odd bytes, become what they become elsewhere", () => {
	const odd = fromBuffer(noise(8 * 5000 + 1).subarray(1), { dtype: "<f8", shape: [50, 100] });
	const table = array(
		Array.from({ length: 4000 }, (_, index) => index - 2000),
		{ dtype: ">i4" },
	).reshape([40, 100]);
	for (const source of [odd, table, table.transpose(), table.slice([null, null, -1], [1, null, 3])]) {
		takeFastPaths();
		const fast = outcome(source, "<f4", { overflow: "wrap" });
		takePlainPaths();
		expect(fast).toBe(outcome(source, "<f4", { overflow: "wrap" }));
	}
});

test("only a block with a number that is NaN or does not fit is converted one by one", () => {
	takeFastPaths();
	const source = zeros([5000], { dtype: "<f8" });
	source.set(2100, Number.NaN);
	source.set(4999, 300);
	const blocks: (readonly number[])[] = [];
	const convertPlainly = (start: number, end: number): unknown => blocks.push([start, end]);
	expect(convertBlocks(source, zeros([5000], { dtype: "u1" }), { isExact: true, convertPlainly })).toBe(true);
	expect(blocks).toEqual([
		[2048, 4096],
		[4096, 5000],
	]);
});

test.each<[DTypeSpec, DTypeSpec]>([
	["<f2", "<f4"],
	["bfloat16", "<f8"],
	["?", "<f4"],
	["<f8", "<c16"],
	["<f8", "<f16"],
	["<f8", "<f2"],
])("%s to %s is left to others", (from, to) => {
	takeFastPaths();
	const convertPlainly = (): void => expect.unreachable();
	const [source, target] = [zeros([4], { dtype: from }), zeros([4], { dtype: to })];
	expect(convertBlocks(source, target, { isExact: true, convertPlainly })).toBe(false);
});
