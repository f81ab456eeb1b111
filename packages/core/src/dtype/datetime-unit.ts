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

const UNIT_NAMES: readonly DatetimeUnitName[] = [
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
];

function unitName(text: string): DatetimeUnitName | undefined {
	// NumPy takes the Greek letter for micro as well.
	return UNIT_NAMES.find((name) => name === (text === "\u03bcs" ? "us" : text));
}

/** NumPy's `_multiples_table`: how many of the units after it a unit is, the first that the divisor divides being taken. */
const COUNTS: Partial<Record<DatetimeUnitName, readonly number[]>> = {
	Y: [12, 52, 365],
	M: [4, 30, 720],
	W: [7, 168, 10080],
	D: [24, 1440, 86400],
	h: [60, 3600],
	m: [60, 60000],
	fs: [1000],
	as: [],
	generic: [],
};

function divide({ name, count }: DatetimeUnit, divisor: number, text: string): DatetimeUnit {
	if (divisor === 1) return { name, count };
	const counts = COUNTS[name] ?? [1000, 1000000];
	const index = counts.findIndex((smaller) => smaller % divisor === 0);
	const [smaller, unit] = [counts[index], UNIT_NAMES[UNIT_NAMES.indexOf(name) + 1 + index]];
	if (smaller !== undefined && unit !== undefined) return { name: unit, count: (smaller / divisor) * count };
	// What divides no week finds the zeros at the end of its row in NumPy's table.
	if (name === "W" && divisor !== 0) return { name: "Y", count: 0 };
	throw badDtype("a divisor that divides the unit", text);
}
