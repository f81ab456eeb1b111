import { refuseUnsafe } from "../../refuse.js";
import type { Machine } from "../../machine/machine.js";
import { parseDecimal } from "../../reading/number-argument.js";
import type { PyComplex, PyDecimal, PyFraction, PyRange, PySlice } from "../../values/types.js";
import type { GlobalBuilder } from "../builder.js";
import { aFloat, anInt, anything, aText, optional, takes } from "../checks.js";

/** `complex(re, im)` */
export const buildComplex: GlobalBuilder = /* @__PURE__ */ takes([aFloat, aFloat], (re, im): PyComplex => ({
	kind: "complex",
	re,
	im,
}));

/** `range(start, stop, step)` */
export const buildRange: GlobalBuilder = /* @__PURE__ */ takes([anInt, anInt, anInt], (start, stop, step): PyRange => {
	if (Number(step) === 0) refuseUnsafe("a step", step);
	return { kind: "range", start, stop, step };
});

/** `slice(start, stop, step)`, of anything. */
export const buildSlice: GlobalBuilder = /* @__PURE__ */ takes(
	[anything, anything, anything],
	(start, stop, step): PySlice<unknown> => ({ kind: "slice", start, stop, step }),
);

/** `Decimal(text)`, as `str` prints one. */
export const buildDecimal: GlobalBuilder = /* @__PURE__ */ takes([aText], (text, machine): PyDecimal => {
	machine.spendBytes(text.length);
	if (/^-?(?:\d+(?:\.\d+)?(?:E[+-]\d+)?|Infinity|s?NaN\d*)$/.test(text)) return { kind: "decimal", text };
	refuseUnsafe("digits", text);
});

/** `Fraction(numerator, denominator)`, and before Python 3.11 `Fraction('1/3')`. */
export const buildFraction: GlobalBuilder = /* @__PURE__ */ takes(
	[anything, optional(anInt)],
	(first, second, machine): PyFraction => {
		const [numerator = 0n, denominator = 1n] =
			second === undefined ? partsOf(aText(first), machine) : [BigInt(anInt(first)), BigInt(second)];
		if (denominator > 0n) return { kind: "fraction", numerator, denominator };
		refuseUnsafe("a denominator", second);
	},
);

function partsOf(text: string, machine: Machine): readonly bigint[] {
	machine.spendBytes(text.length);
	const parts = text.split("/", 3);
	if (parts.length > 2) refuseUnsafe("digits", text);
	return parts.map((part) => parseDecimal(machine, part));
}
