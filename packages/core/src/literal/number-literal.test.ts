import { expect, test } from "vitest";
import { parsePythonLiteral } from "./parse.js";

test.each([
	["0", 0n],
	["00", 0n],
	["0_0", 0n],
	["1_000", 1000n],
	["0x1F", 31n],
	["0X_f", 15n],
	["0o17", 15n],
	["0b1_01", 5n],
	["18446744073709551615", 2n ** 64n - 1n],
])("%s is an integer", (text, value) => {
	expect(parsePythonLiteral(text)).toEqual({ type: "int", value, offset: 0 });
});

test.each([
	["1.", 1],
	[".5", 0.5],
	["1e5", 1e5],
	["1E-0_1", 0.1],
	["1_0.2_5", 10.25],
	["010.5", 10.5],
	["09e1", 90],
	["1e999", Number.POSITIVE_INFINITY],
	["5e-324", 5e-324],
	["0.1", 0.1],
])("%s is a float", (text, value) => {
	expect(parsePythonLiteral(text)).toEqual({ type: "float", value, offset: 0 });
});

test.each([
	["1j", 0, 1],
	["01J", 0, 1],
	["1.5e3j", 0, 1500],
	["3+0j", 3, 0],
	["-0.0+1j", 0, 1],
	["1-2j", 1, -2],
])("%s is complex", (text, re, im) => {
	expect(parsePythonLiteral(text)).toEqual({ type: "complex", re, im, offset: 0 });
});

test("a sign before an imaginary number turns its real zero around as well", () => {
	expect(parsePythonLiteral("-1j")).toEqual({ type: "complex", re: -0, im: -1, offset: 0 });
});

test.each(["01", "0_1", "1__0", "0b2", "0o8", "0xg", "1.e", "1_.5", "1.5_", "._5", "1jj"])(
	"%s is no number",
	(text) => {
		expect(() => parsePythonLiteral(text)).toThrow("Python literal");
	},
);
