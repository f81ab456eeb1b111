import { badDtype } from "./dtype-error.js";
import type { DatetimeUnit, DatetimeUnitName } from "./types.js";

/** What stands behind `M8`: nothing, or a unit in brackets, as NumPy's `parse_datetime_metadata_from_metastr` reads it. */
export function parseDatetimeUnit(text: string): DatetimeUnit {
	const pattern = /^\[([ \t-\r]*[+-]?\d+)?([^/\]]+)(?:\/([ \t-\r]*[+-]?\d+))?\]$/;
	const [, multiple = 1, given, divisor = 1] = pattern.exec(text || "[generic]") ?? [];
	// NumPy takes the Greek letter for micro as well.
	const index = UNITS.findIndex(([name]) => name === (given === "\u03bcs" ? "us" : given));
	const [name, ...counts] = UNITS[index] ?? [];
	// Divided is the first unit of which there is a whole number.
	const step = [1, ...counts].findIndex((count) => count % Number(divisor) === 0);
	// What divides no week finds the zeros at the end of its row in NumPy's table.
	if (name === "W" && step === -1 && Number(divisor) !== 0) return { name: "Y", count: 0 };
	const [unit] = UNITS[index + step] ?? [];
	const count = (([1, ...counts][step] ?? Number.NaN) / Number(divisor)) * Number(multiple);
	// Zero is odd but NumPy takes it; beyond these bounds its C integers wrap, and a divisor of zero ends the process.
	if (unit === undefined || !(count >= 0 && count <= 0x7fffffff)) {
		throw badDtype("a datetime unit such as [ns], [25s] or [h/4]", text);
	}
	return { name: unit, count: unit === "generic" ? 1 : count };
}

/** The unit in brackets, or nothing for a generic one. */
export function formatDatetimeUnit({ name, count }: DatetimeUnit): string {
	if (name === "generic") return "";
	return `[${count === 1 ? "" : count}${name}]`;
}

/** The units from the longest on, each with how many it is of those after it: NumPy's `_multiples_table`. */
const UNITS: readonly (readonly [name: DatetimeUnitName, ...counts: number[]])[] = [
	["Y", 12, 52, 365],
	["M", 4, 30, 720],
	["W", 7, 168, 10080],
	["D", 24, 1440, 86400],
	["h", 60, 3600],
	["m", 60, 60000],
	["s", 1000, 1000000],
	["ms", 1000, 1000000],
	["us", 1000, 1000000],
	["ns", 1000, 1000000],
	["ps", 1000, 1000000],
	["fs", 1000],
	["as"],
	["generic"],
];
