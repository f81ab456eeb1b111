import { expect, test } from "vitest";
import { longDoubleToNumber } from "./long-double.js";

const bytesOf = (hex: string): Uint8Array =>
	Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const reversed = (bytes: Uint8Array): Uint8Array => bytes.map((_, index) => bytes[bytes.length - 1 - index] ?? 0);

/** NumPy: float(np.frombuffer(bytes, "<f16")[0]), the bytes being those of an x87 number and 6 more. */
test.each([
	["00000000000000000000", 0],
	["00000000000000000080", -0],
	["0000000000000080ff3f", 1],
	["00000000000000c000c0", -3],
	["cdccccccccccccccfb3f", 0.1],
	["0000000000000080ff7f", Number.POSITIVE_INFINITY],
	["0000000000000080ffff", Number.NEGATIVE_INFINITY],
	["00000000000000c0ff7f", Number.NaN],
	["01000000000000807f47", Number.POSITIVE_INFINITY],
	["ffffffffffffffffff43", Number.POSITIVE_INFINITY],
	["ff0fffffffffffffff43", Number.POSITIVE_INFINITY],
	["0004000000000080ff3f", 1],
	["0104000000000080ff3f", 1 + 2 ** -52],
	["000c000000000080ff3f", 1 + 2 ** -51],
	["0000000000000080cd3b", 5e-324],
	["0000000000000080cc3b", 0],
	["01000000000000000000", 0],
	["01000000000000000080", -0],
])("%s is %d", (hex, value) => {
	expect(longDoubleToNumber(bytesOf(hex))).toBe(value);
	expect(longDoubleToNumber(bytesOf(`${hex}112233445566`))).toBe(value);
	expect(longDoubleToNumber(reversed(bytesOf(hex)), ">")).toBe(value);
});

test("fewer than 10 bytes are none", () => {
	expect(() => longDoubleToNumber(new Uint8Array(9))).toThrow(RangeError);
});
