import { numberPartOf } from "../array/astype/number-part.js";
import { realReader } from "../array/astype/read-real.js";
import { datetimeToIso } from "../array/datetime-iso.js";
import { NAT } from "../array/datetime-ticks.js";
import { scalarAccessor } from "../array/scalar-accessor.js";
import type { DatetimeUnitName, ScalarDType } from "../dtype/types.js";
import { floatFormatOf } from "./binary-float.js";
import { floatText, shortFloatText } from "./float-text.js";
import { bytesText } from "./object-text.js";
import type { ResolvedPrintOptions } from "./print-options.js";
import { scalarFormatter, type Printed } from "./scalar-formatter.js";

/** `str` of a NumPy scalar, which an array without axes prints as. */
export function scalarText(dtype: ScalarDType, at: number, printed: Printed, options: ResolvedPrintOptions): string {
	const { memory } = printed;
	const value = scalarAccessor(dtype, memory).get(at);
	if (dtype.kind === "f" || dtype.kind === "c" || dtype.format !== undefined) return numberText(dtype, memory.view, at);
	if (dtype.kind === "M" && typeof value === "bigint") return datetimeToIso(value, dtype);
	if (dtype.kind === "m" && typeof value === "bigint") return durationText(value, dtype);
	if (typeof value === "string") return value;
	// Not its str, which Python may be told to refuse.
	if (dtype.kind === "S") return `np.bytes_(${bytesText(value)})`;
	return scalarFormatter(dtype, printed, options)(at);
}

function numberText(dtype: ScalarDType, view: DataView, at: number): string {
	const numbers = numberPartOf(dtype);
	if (numbers === undefined) throw new TypeError(`formatArray: elements of kind ${dtype.kind} are no numbers`);
	const { part, isComplex } = numbers;
	const [read, format] = [realReader(part), floatFormatOf(part)];
	const re = read(view, at);
	if (!isComplex) return floatText(re, format);
	const im = shortFloatText(read(view, at + part.size), format);
	if (Object.is(re, 0)) return `${im}j`;
	return `(${shortFloatText(re, format)}${im.startsWith("-") ? "" : "+"}${im}j)`;
}

const UNIT_WORDS: Readonly<Record<DatetimeUnitName, string>> = {
	Y: "years",
	M: "months",
	W: "weeks",
	D: "days",
	h: "hours",
	m: "minutes",
	s: "seconds",
	ms: "milliseconds",
	us: "microseconds",
	ns: "nanoseconds",
	ps: "picoseconds",
	fs: "femtoseconds",
	as: "attoseconds",
	generic: "generic time units",
};

function durationText(count: bigint, { unit }: ScalarDType): string {
	if (count === NAT) return "NaT";
	return `${count * BigInt(unit?.count ?? 1)} ${UNIT_WORDS[unit?.name ?? "generic"]}`;
}
