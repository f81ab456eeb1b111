import type { PyComplex, PyFloat, PyInt } from "./py-literal.js";
import { syntaxError, tooLarge } from "./syntax-error.js";

/** CPython's default for `sys.set_int_max_str_digits`: turning decimals into an integer takes quadratic time. */
const MAX_DECIMAL_DIGITS = 4300;

/** The unsigned number at `start`, which must begin with a digit or a point before a digit. */
export function scanNumber(
	text: string,
	start: number,
): { readonly value: PyInt | PyFloat | PyComplex; readonly end: number } {
	const prefixed = match(/0(?:[xX](?:_?[\da-fA-F])+|[oO](?:_?[0-7])+|[bB](?:_?[01])+)/y, text, start);
	if (prefixed !== "") {
		return { value: { type: "int", value: BigInt(plain(prefixed)), offset: start }, end: start + prefixed.length };
	}
	const number = match(/(?:\d(?:_?\d)*)?(?:\.(?:\d(?:_?\d)*)?)?(?:[eE][+-]?\d(?:_?\d)*)?/y, text, start);
	const end = start + number.length;
	if (/^[jJ]$/.test(text.charAt(end))) {
		return { value: { type: "complex", re: 0, im: Number(plain(number)), offset: start }, end: end + 1 };
	}
	if (/[.eE]/.test(number)) return { value: { type: "float", value: Number(plain(number)), offset: start }, end };
	const digits = plain(number);
	// Python 2 read 010 as octal; Python 3 refuses it, and so a file cannot mean two things.
	if (/^0+[1-9]/.test(digits)) throw syntaxError("a decimal integer without leading zeros", text, start);
	if (digits.length > MAX_DECIMAL_DIGITS) {
		throw tooLarge(`${digits.length} digits`, `at most ${MAX_DECIMAL_DIGITS} decimal digits`, start);
	}
	return { value: { type: "int", value: BigInt(digits), offset: start }, end };
}

export function isDigit(char: string): boolean {
	return char >= "0" && char <= "9" && char.length === 1;
}

function match(pattern: RegExp, text: string, start: number): string {
	pattern.lastIndex = start;
	return pattern.exec(text)?.[0] ?? "";
}

function plain(digits: string): string {
	return digits.replaceAll("_", "");
}
