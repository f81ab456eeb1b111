import { formatDtype, type ScalarDType } from "@ndwire/core";
import type { Refuse, TokenForm } from "./column.js";

/** The least and the most that integers of a dtype can be. Datetimes count with 64 bits. */
export function rangeOf({ kind, itemsize }: ScalarDType): { readonly least: bigint; readonly most: bigint } {
	const bits = BigInt(itemsize * 8);
	if (kind === "u") return { least: 0n, most: (1n << bits) - 1n };
	return { least: -(1n << (bits - 1n)), most: (1n << (bits - 1n)) - 1n };
}

/** The integer that a token spells, digit by digit: nothing is rounded, and `1.0` is no integer. */
export function integerIn(dtype: ScalarDType, token: string, form: TokenForm, refuse: Refuse): bigint {
	const name = formatDtype(dtype, "text");
	if (!(form === "bare" ? jsonInteger : decimalInteger).test(token))
		return refuse("bad-dtype", `an integer, for ${name}`);
	const { least, most } = rangeOf(dtype);
	// Turning digits into an integer takes more than linear time, and those of no dtype are this many.
	const significant = token.replace(/^[+-]?0*/, "");
	const value = significant.length > mostDigits ? most + 1n : BigInt(significant) * (token.startsWith("-") ? -1n : 1n);
	if (value < least || value > most) return refuse("overflow", `${least} to ${most}, for ${name}`);
	return value;
}

const jsonInteger = /^-?(?:0|[1-9]\d*)$/;
const decimalInteger = /^[+-]?\d+$/;
const mostDigits = 20;
