import { badDtype } from "./dtype-error.js";
import type { DatetimeUnit, DatetimeUnitName } from "./types.js";

/** What stands behind `M8`: nothing, or a unit in brackets, as NumPy's `parse_datetime_metadata_from_metastr` reads it. */
export function parseDatetimeUnit(text: string): DatetimeUnit {
	if (text === "") return { name: "generic", count: 1 };
	const match = /^\[([ \t-\r]*[+-]?\d+)?([^/\]]+)(?:\/([ \t-\r]*[+-]?\d+))?\]$/.exec(text);
	const name = unitName(match?.[2] ?? "");
	if (match === null || name === undefined) throw badDtype("a datetime unit such as [ns] or [25s]", text);
	const unit = { name, count: Number(match[1] ?? 1) };
	const divided = match[3] === undefined ? unit : divide(unit, Number(match[3]), text);
	// Zero is odd but NumPy takes it; beyond these bounds its C integers wrap, and a divisor of zero ends the process.
	if (!(divided.count >= 0 && divided.count <= 0x7fffffff)) throw badDtype("a multiple of a unit within 31 bits", text);
	return name === "generic" ? { name, count: 1 } : divided;
}

/** The unit in brackets, or nothing for a generic one. */
export function formatDatetimeUnit({ name, count }: DatetimeUnit): string {
	if (name === "generic") return "";
	return `[${count === 1 ? "" : count}${name}]`;
}

const UNIT_NAMES = [
	"Y",
	"M",
	"W",
	"D",
	"h",
	"m",
	"s",
	"ms",
	"us",
	"ns",
	"ps",
	"fs",
	"as",
	"generic",
] as const satisfies readonly DatetimeUnitName[];

function unitName(text: string): DatetimeUnitName | undefined {
	// NumPy takes the Greek letter for micro as well.
	return UNIT_NAMES.find((name) => name === (text === "\u03bcs" ? "us" : text));
}

/** NumPy's `_multiples_table`: what a unit is in smaller ones, the first that the divisor divides being taken. */
const SMALLER_UNITS: Partial<Record<DatetimeUnitName, readonly (readonly [count: number, name: DatetimeUnitName])[]>> =
	{
		Y: [
			[12, "M"],
			[52, "W"],
			[365, "D"],
		],
		M: [
			[4, "W"],
			[30, "D"],
			[720, "h"],
		],
		W: [
			[7, "D"],
			[168, "h"],
			[10080, "m"],
			// What no divisor fits finds the zeros at the end of this row in NumPy's table.
			[0, "Y"],
		],
		D: [
			[24, "h"],
			[1440, "m"],
			[86400, "s"],
		],
		h: [
			[60, "m"],
			[3600, "s"],
		],
		m: [
			[60, "s"],
			[60000, "ms"],
		],
		s: [
			[1000, "ms"],
			[1000000, "us"],
		],
		ms: [
			[1000, "us"],
			[1000000, "ns"],
		],
		us: [
			[1000, "ns"],
			[1000000, "ps"],
		],
		ns: [
			[1000, "ps"],
			[1000000, "fs"],
		],
		ps: [
			[1000, "fs"],
			[1000000, "as"],
		],
		fs: [[1000, "as"]],
	};

function divide(unit: DatetimeUnit, divisor: number, text: string): DatetimeUnit {
	if (divisor === 1) return unit;
	for (const [count, name] of SMALLER_UNITS[unit.name] ?? []) {
		if (count % divisor === 0) return { name, count: (count / divisor) * unit.count };
	}
	throw badDtype("a divisor that divides the unit into a smaller one", text);
}
