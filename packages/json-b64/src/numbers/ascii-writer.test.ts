import * as fc from "fast-check";
import { expect, test } from "vitest";
import { AsciiWriter } from "./ascii-writer.js";

function written(write: (out: AsciiWriter) => void): string {
	const out = new AsciiWriter();
	write(out);
	return out.finish();
}

test("integers have the digits of String, at every power of ten and of two", () => {
	const edges = Array.from({ length: 16 }, (_, digits) => 10 ** digits).concat(
		Array.from({ length: 53 }, (_, bits) => 2 ** bits),
	);
	for (const edge of edges) {
		for (const value of [edge, edge - 1, -edge]) expect(written((out) => out.integer(value))).toBe(String(value));
	}
	expect(written((out) => out.integer(-0))).toBe("0");
});

test("64-bit integers have all their digits", () => {
	fc.assert(
		fc.property(
			fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
			fc.integer({ min: 0, max: 63 }),
			fc.boolean(),
			(bits, shift, isSigned) => {
				const word = bits >> BigInt(shift);
				const [low, high] = [Number(word & 0xffff_ffffn), Number(word >> 32n)];
				const value = isSigned ? BigInt.asIntN(64, word) : word;
				expect(written((out) => out.wideInteger(low, high, isSigned))).toBe(String(value));
			},
		),
		{ numRuns: 2000 },
	);
	expect(written((out) => out.wideInteger(0, 2 ** 31, true))).toBe(String(-(2n ** 63n)));
});

test("text of any length is put together, and a writer begins anew", () => {
	const out = new AsciiWriter();
	for (let count = 0; count < 3; count += 1) {
		out.text("a".repeat(10_000));
		out.integer(-1);
		expect(out.finish()).toBe(`${"a".repeat(10_000)}-1`);
	}
});
