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
/** Those of which some or all elements are strings. */
const spelled = "<f16 >f16 <c8 >c8 <c16 <c32 |S5 <U3 <M8[D] <M8[s] >M8[us] <M8[Y] <M8[25s]".split(" ");

/** Nested lists of numbers, strings and words near the edges of a dtype, one in four damaged. */
export function numberDocument(random: Random): Document {
	const dtype = random.pick([integers, [...floats, "|b1"], spelled][random.below(3)] ?? spelled);
	const token = random.below(3) === 0 ? wordsAndNumbers : element;
	const text = nested(random, random.below(4), () => token(random, dtype));
	const dialect = text.includes('"') ? "json-strings" : "json-tolist";
	return { text: random.below(4) === 0 ? damaged(text, random) : text, opts: { dialect, dtype } };
}

/** Nested lists of what `token` gives. */
export function nested(random: Random, depth: number, token: () => string): string {
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
	if (random.below(2) === 0) return random.pick(words);
	return /[fiub]\d/.test(dtype) ? quotedSometimes(random, plainNumber(random, dtype)) : element(random, dtype);
}

/** An element as its dtype has it: a number, or a string. */
export function element(random: Random, dtype: string): string {
	if (dtype.includes("c")) return complexText(random, dtype);
	if (/[SU]/.test(dtype))
		return JSON.stringify(Array.from({ length: random.below(5) }, () => random.pick(characters)).join(""));
	if (dtype.includes("M") && random.below(2) === 0) return JSON.stringify(dateText(random));
	return plainNumber(random, dtype);
}

const characters = ["a", "b", " ", '"', "\\", "é", "\0", "😀", "\ud800"];

function complexText(random: Random, dtype: string): string {
	const part = `<f${Number(/\d+/.exec(dtype)?.[0]) / 2}`;
	const number = (): string => (random.below(5) === 0 ? random.pick(["nan", "inf", "", "0"]) : floatText(random, part));
	if (random.below(4) === 0) return floatText(random, part);
	const [re, im] = [number(), number()];
	const text = `${re}${im.startsWith("-") ? "" : random.pick(["+", "+", ""])}${im}${random.pick(["j", "j", "J", ""])}`;
	return JSON.stringify(random.below(2) === 0 ? `(${text})` : text);
}

/** A date of any precision that all units hold, with a zone now and then. */
function dateText(random: Random): string {
	const two = (least: number, most: number): string => String(least + random.below(most - least + 1)).padStart(2, "0");
	const year = String(random.pick([1970, 1, 9999, 1600 + random.below(800)])).padStart(4, "0");
	const parts = [year, `-${two(1, 12)}`, `-${two(1, 31)}`, `${random.pick(["T", " "])}${two(0, 24)}`, `:${two(0, 59)}`];
	const fraction = random.below(2) === 0 ? "" : `.${digits(random, 1 + random.below(6))}`;
	const text = [...parts, `:${two(0, 60)}${fraction}`].slice(0, 1 + random.below(6)).join("");
	const zone = text.includes(":") && random.below(4) === 0 ? random.pick(["Z", "+02:00", "-0530", "+14"]) : "";
	return random.below(10) === 0 ? random.pick(["NaT", "nat", "", "today?", "-0001", "+12345-06"]) : text + zone;
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
	const exponent =
		random.below(2) === 0 ? "" : `${random.pick(["e", "E", "e+"])}${random.below(dtype.includes("f16") ? 5000 : 330)}`;
	return sign + whole + fraction + (random.below(2) === 0 ? exponent.replace("e+", "e-") : exponent);
}

/** Bits of the mantissa, and the range of exponents of halves of the last place. */
const formats: Readonly<Record<string, readonly [bits: number, least: number, most: number]>> = {
	f2: [11, -25, 4],
	f4: [24, -150, 103],
	f8: [53, -1075, 970],
	f16: [64, -16446, 16300],
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
