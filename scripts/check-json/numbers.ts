import type { JsonObject } from "../../conformance/src/protocol/json.js";
import type { Random } from "../check-corrupt/random.js";
import { damaged } from "./damage.js";

/** A document, and what it does not say itself. */
export interface Document {
	readonly text: string;
	readonly opts: JsonObject;
}

const integers = "|i1 |u1 <i2 >u2 <i4 >u4 <i8 >i8 <u8 >u8 <M8[s] >m8[25us]".split(" ");
const floats = "<f2 >f2 <f4 >f4 <f8 >f8".split(" ");

/** Nested lists of numbers, strings and words near the edges of a dtype, one in four damaged. */
export function numberDocument(random: Random): Document {
	const dtype = random.pick(random.below(2) === 0 ? integers : [...floats, "|b1"]);
	const token = random.below(3) === 0 ? wordsAndNumbers : plainNumber;
	const text = nested(random, random.below(4), () => token(random, dtype));
	const dialect = text.includes('"') ? "json-strings" : "json-tolist";
	return { text: random.below(4) === 0 ? damaged(text, random) : text, opts: { dialect, dtype } };
}

function nested(random: Random, depth: number, token: () => string): string {
	if (depth === 0) return token();
	// Ragged now and then.
	const inner = random.below(40) === 0 ? depth - 1 : depth;
	const items = Array.from({ length: 1 + random.below(3) }, () => nested(random, Math.max(0, inner - 1), token));
	return `[${items.join(random.pick([", ", ",", " ,\n"]))}]`;
}

function wordsAndNumbers(random: Random, dtype: string): string {
	const words = [
		"NaN",
		"Infinity",
		"-Infinity",
		"null",
		"true",
		"false",
		'"nan"',
		'"-inf"',
		'"Infinity"',
		'"NaT"',
		'"True"',
		"-0",
		"-0.0",
	];
	return random.below(2) === 0 ? random.pick(words) : quotedSometimes(random, plainNumber(random, dtype));
}

function quotedSometimes(random: Random, number: string): string {
	return random.below(2) === 0 ? number : `"${random.pick(["", "", "+", "0"])}${number}"`;
}

function plainNumber(random: Random, dtype: string): string {
	if (dtype === "|b1") return random.pick(["true", "false", "0", "1", "2"]);
	return dtype.includes("f") ? floatText(random, dtype) : integerText(random);
}

/** Around powers of two, and of any length. */
function integerText(random: Random): string {
	const edge = 1n << BigInt(random.pick([7, 8, 15, 16, 31, 32, 53, 62, 63, 64, 65]));
	const sign = random.pick(["", "-"]);
	if (random.below(2) === 0) return `${sign}${edge + BigInt(random.below(5)) - 2n}`;
	return sign + digits(random, 1 + random.below(22)).replace(/^0+(?=.)/, "");
}

function floatText(random: Random, dtype: string): string {
	const sign = random.pick(["", "-"]);
	if (random.below(2) === 0) return sign + halfway(random, dtype);
	const whole = digits(random, 1 + random.below(20)).replace(/^0+(?=.)/, "");
	const fraction = random.below(3) === 0 ? "" : `.${digits(random, 1 + random.below(25))}`;
	const exponent = random.below(2) === 0 ? "" : `${random.pick(["e", "E", "e+"])}${random.below(330)}`;
	return sign + whole + fraction + (random.below(2) === 0 ? exponent.replace("e+", "e-") : exponent);
}

/** Bits of the mantissa, and the range of exponents of halves of the last place. */
const formats: Readonly<Record<string, readonly [bits: number, least: number, most: number]>> = {
	f2: [11, -25, 4],
	f4: [24, -150, 103],
	f8: [53, -1075, 970],
};

/** A number exactly in the middle of two of a dtype, or beside it by less than any float64 tells. */
function halfway(random: Random, dtype: string): string {
	const [bits, least, most] = formats[dtype.slice(1)] ?? [53, -1075, 970];
	const mantissa =
		BigInt(`0b1${Array.from({ length: bits - 1 }, () => random.below(2)).join("")}1`) >>
		BigInt(random.below(3) === 0 ? bits - 2 : 0);
	const exact = decimalText(mantissa | 1n, least + random.below(most - least));
	const tail = exact.includes(".") ? "0".repeat(random.below(30)) : `.${"0".repeat(random.below(30))}`;
	return random.pick([exact, `${exact}${tail}1`, beneath(exact)]);
}

/** All decimal digits of `mantissa × 2 ** exponent`. */
function decimalText(mantissa: bigint, exponent: number): string {
	if (exponent >= 0) return String(mantissa << BigInt(exponent));
	const places = -exponent;
	const all = String(mantissa * 5n ** BigInt(places)).padStart(places + 1, "0");
	return `${all.slice(0, -places)}.${all.slice(-places)}`;
}

/** A little less: the last digit, which is never 0 behind a point, one lower and nines behind it. */
function beneath(exact: string): string {
	const last = Number(exact.at(-1));
	return exact.includes(".") && last > 0 ? `${exact.slice(0, -1)}${last - 1}99` : exact;
}

function digits(random: Random, length: number): string {
	return Array.from({ length }, () => random.below(10)).join("");
}
