import type { Machine } from "../../machine/machine.js";
import { parseDecimal } from "../../reading/number-argument.js";
import type { PyComplex, PyDecimal, PyFraction, PyRange, PySlice } from "../../values/types.js";
import type { GlobalBuilder } from "../builder.js";
import { aFloat, anInt, anything, aText, refusePart, optional, takes } from "../checks.js";

/** `complex(re, im)` */
export const buildComplex: GlobalBuilder = /* @__PURE__ */ takes([aFloat, aFloat], (_machine, re, im): PyComplex => ({
	kind: "complex",
	re,
	im,
}));

/** `range(start, stop, step)` */
export const buildRange: GlobalBuilder = /* @__PURE__ */ takes(
	[anInt, anInt, anInt],
	(machine, start, stop, step): PyRange => {
		if (Number(step) === 0) refusePart(machine, "a step other than 0", step);
		return { kind: "range", start, stop, step };
	},
);

/** `slice(start, stop, step)`, of anything. */
export const buildSlice: GlobalBuilder = /* @__PURE__ */ takes(
	[anything, anything, anything],
	(_machine, start, stop, step): PySlice<unknown> => ({ kind: "slice", start, stop, step }),
);

/** `Decimal(text)`, as `str` prints one. */
export const buildDecimal: GlobalBuilder = /* @__PURE__ */ takes([aText], (machine, text): PyDecimal => {
	machine.spendBytes(text.length);
	if (/^-?(?:\d+(?:\.\d+)?(?:E[+-]\d+)?|Infinity|s?NaN\d*)$/.test(text)) return { kind: "decimal", text };
	refusePart(machine, "text as str() prints it", text);
});

/** `Fraction(numerator, denominator)`, and before Python 3.11 `Fraction('1/3')`. */
export const buildFraction: GlobalBuilder = /* @__PURE__ */ takes(
	[anything, optional(anInt)],
	(machine, first, second): PyFraction => {
		const [numerator = 0n, denominator = 1n] =
			second === undefined ? partsOf(machine, aText(machine, first)) : [BigInt(anInt(machine, first)), BigInt(second)];
		if (denominator > 0n) return { kind: "fraction", numerator, denominator };
		refusePart(machine, "a denominator above 0", second);
	},
);

function partsOf(machine: Machine, text: string): readonly bigint[] {
	machine.spendBytes(text.length);
	const parts = text.split("/", 3);
	if (parts.length > 2) refusePart(machine, "text as str() prints it", text);
	return parts.map((part) => parseDecimal(machine, part));
}
