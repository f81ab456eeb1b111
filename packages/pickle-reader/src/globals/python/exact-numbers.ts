import type { Machine } from "../../machine/machine.js";
import type { PyDecimal, PyFraction } from "../../values/types.js";
import { badArgument, requireCount, requireInt, requireText } from "../arguments.js";

/** `Decimal(text)`, as `str` prints one. */
export function buildDecimal(machine: Machine, args: readonly unknown[]): PyDecimal {
	requireCount(machine, args, 1);
	const text = requireText(machine, args[0], "digits of a Decimal");
	if (/^-?(?:\d+(?:\.\d+)?(?:E[+-]\d+)?|Infinity|s?NaN\d*)$/.test(text)) return { kind: "decimal", text };
	throw machine.refusal("unsafe-object", "a Decimal as str() prints it", JSON.stringify(text.slice(0, 40)));
}

/** `Fraction(numerator, denominator)`, and before Python 3.11 `Fraction('1/3')`. */
export function buildFraction(machine: Machine, args: readonly unknown[]): PyFraction {
	requireCount(machine, args, 1, 2);
	const [numerator, denominator] =
		args.length === 2
			? args.map((arg) => BigInt(requireInt(machine, arg, "part of a Fraction")))
			: partsOf(machine, args[0]);
	if (numerator === undefined || denominator === undefined || denominator <= 0n) {
		throw machine.refusal("unsafe-object", "a denominator above 0", `${denominator}`);
	}
	return { kind: "fraction", numerator, denominator };
}

function partsOf(machine: Machine, value: unknown): readonly bigint[] {
	const text = requireText(machine, value, "a Fraction");
	if (text.length > machine.limits.digits * 2 + 2) {
		throw machine.refusal("limit", `integers of at most ${machine.limits.digits} digits`, `${text.length} characters`);
	}
	if (!/^-?\d+(?:\/\d+)?$/.test(text)) throw badArgument(machine, "a Fraction as str() prints it", value);
	const [numerator = "", denominator = "1"] = text.split("/");
	return [numerator.startsWith("-") ? -BigInt(numerator.slice(1)) : BigInt(numerator), BigInt(denominator)];
}
