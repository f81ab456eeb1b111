import type { PyComplex, PyFloat, PyInt } from "./py-literal.js";
import { syntaxError, tooLarge } from "./syntax-error.js";

/** CPython's default for `sys.set_int_max_str_digits`: turning decimals into an integer takes quadratic time. */
const MAX_DECIMAL_DIGITS = 4300;

/** The unsigned number at `offset`, which must begin with a digit or a point before a digit, and where it ends. */
export function scanNumber(
	text: string,
	offset: number,
): { readonly value: PyInt | PyFloat | PyComplex; readonly end: number } {
	NUMBER.lastIndex = offset;
	const [, prefixed, decimal = "", suffix] = NUMBER.exec(text) ?? [];
	const end = NUMBER.lastIndex;
	const digits = (prefixed ?? decimal).replaceAll("_", "");
	if (suffix) return { value: { type: "complex", re: 0, im: Number(digits), offset }, end };
	if (/[.eE]/.test(decimal)) return { value: { type: "float", value: Number(digits), offset }, end };
	// Python 2 read 010 as octal; Python 3 refuses it, and so a file cannot mean two things.
	if (/^0+[1-9]/.test(digits)) throw syntaxError("a decimal integer without leading zeros", text, offset);
	if (prefixed === undefined && digits.length > MAX_DECIMAL_DIGITS) {
		throw tooLarge(`${digits.length} digits`, `at most ${MAX_DECIMAL_DIGITS} decimal digits`, offset);
	}
	return { value: { type: "int", value: BigInt(digits), offset }, end };
}

const NUMBER =
	/(0(?:[xX](?:_?[\da-fA-F])+|[oO](?:_?[0-7])+|[bB](?:_?[01])+))|((?:\d(?:_?\d)*)?(?:\.(?:\d(?:_?\d)*)?)?(?:[eE][+-]?\d(?:_?\d)*)?)([jJ]?)/y;
