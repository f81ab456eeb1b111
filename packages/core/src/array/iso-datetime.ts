import { formatDtype } from "../dtype/format.js";
import type { ScalarDType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import { floorDivide, requireUnit } from "./datetime-iso.js";
import { ATTOSECONDS, daysBeforeMonth, isGenericUnit, NAT } from "./datetime-ticks.js";

/**
 * The count of a datetime64 that ISO 8601 text names, as `numpy.array([text], dtype)` reads it: from a year to attoseconds, with a `T` or a
 * blank before the time, zones turned into UTC; `NaT` and no text at all are NaT. The mirror of `datetimeToIso`.
 *
 * NumPy cuts off what is finer than the unit. Here that is refused, unless it is zero.
 *
 * @throws {FormatError} `bad-dtype` for text that is no such date, or none that the unit holds; `overflow` beyond 64 bits.
 * @throws {TypeError} for a dtype of another kind.
 *
 * @example
 * ```ts
 * isoToDatetime("1970-01-01T00:02:05", dtype("M8[25s]")); // 5n
 * ```
 */
export function isoToDatetime(text: string, dtype: ScalarDType): bigint {
	if (/^(?:nat)?$/i.test(text)) return NAT;
	requireUnit(dtype, NAT, "isoToDatetime");
	const parts = isGenericUnit(dtype) ? undefined : partsOf(text);
	const count = parts && countOf(parts, dtype);
	if (count === undefined) throw refusal("bad-dtype", `a date that ${formatDtype(dtype, "text")} holds`, text);
	// The least count of all is NaT.
	if (BigInt.asIntN(64, count) !== count || count === NAT)
		throw refusal("overflow", "a date within 64 bits of the unit", text);
	return count;
}

interface IsoParts {
	/** From January 1970. */
	readonly months: bigint;
	readonly days: bigint;
	readonly attoseconds: bigint;
}

// A year has any digits and a sign; whatever follows it has two, and may end anywhere.
const ISO =
	/^([+-]?\d{1,20})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,18})0*)?)?)?(?:Z|([+-])(\d\d):?(\d\d)?)?)?)?)?$/;

function partsOf(text: string): IsoParts | undefined {
	const [matched, year = "", month = "01", day = "01", hour = "0", minute = "0", second = "0", fraction = "", ...zone] =
		ISO.exec(text) ?? [];
	const months = (BigInt(year.replace("+", "")) - 1970n) * 12n + BigInt(month) - 1n;
	const isInMonth = BigInt(day) <= daysBeforeMonth(months + 1n) - daysBeforeMonth(months);
	const isDate = matched !== undefined && within(month, 1, 12) && within(day, 1, 31) && isInMonth;
	if (!isDate || !within(hour, 0, 23) || !within(minute, 0, 59) || !within(second, 0, 59)) return undefined;
	const [sign, hours = "0", minutes = "0"] = zone;
	if (!within(hours, 0, 23) || !within(minutes, 0, 59)) return undefined;
	const east = (BigInt(hours) * 60n + BigInt(minutes)) * (sign === "-" ? -1n : 1n);
	const clock = (BigInt(hour) * 60n + BigInt(minute) - east) * 60n + BigInt(second);
	return { months, days: BigInt(day) - 1n, attoseconds: clock * ATTOSECONDS.s + BigInt(fraction.padEnd(18, "0")) };
}

function within(digits: string, least: number, most: number): boolean {
	return Number(digits) >= least && Number(digits) <= most;
}

/** The count of the unit, if it is a whole one. */
function countOf({ months, days, attoseconds }: IsoParts, { unit }: ScalarDType): bigint | undefined {
	const { name = "generic", count = 1 } = unit ?? {};
	const since1970 = (daysBeforeMonth(months) + days) * ATTOSECONDS.D + attoseconds;
	const isCalendar = name === "Y" || name === "M";
	const monthStart = daysBeforeMonth(months) * ATTOSECONDS.D;
	if (isCalendar && since1970 !== monthStart) return undefined;
	const length = BigInt(count) * (isCalendar ? (name === "Y" ? 12n : 1n) : ATTOSECONDS[name]);
	const whole = isCalendar ? months : since1970;
	const steps = floorDivide(whole, length);
	return steps * length === whole ? steps : undefined;
}

function refusal(code: "bad-dtype" | "overflow", expected: string, text: string): FormatError {
	const found = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
	return new FormatError({ code, format: "datetime", expected, found });
}
