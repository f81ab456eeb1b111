import type { DatetimeUnitName, ScalarDType } from "../dtype/types.js";
import { instantOf, isGenericUnit, NAT } from "./datetime-ticks.js";

/**
 * ISO 8601 text of a datetime64, as precise as its unit, as `numpy.datetime_as_string`: `1970-01-01T00:00:05`, no zone.
 * Years before 0 and beyond 9999 have a sign or more digits.
 *
 * @param count - What `NDArray.get` gives for kind `M`.
 * @param dtype - The dtype of that array.
 * @returns The text, or `NaT`.
 * @throws {TypeError} for another kind, and for a count without a unit.
 *
 * @example
 * ```ts
 * datetimeToIso(5n, dtype("M8[25s]")); // "1970-01-01T00:02:05"
 * ```
 */
export function datetimeToIso(count: bigint, dtype: ScalarDType): string {
	const unit = requireUnit(dtype, count, "datetimeToIso");
	if (count === NAT) return "NaT";
	const instant = instantOf(count, dtype);
	const days = floorDivide(instant, ATTOSECONDS_PER_DAY);
	const { year, month, day } = civilDate(days);
	const date = [padded(year, 4), padded(month, 2), padded(day, 2)];
	if (unit === "Y" || unit === "M") return date.slice(0, unit === "Y" ? 1 : 2).join("-");
	if (unit === "W" || unit === "D") return date.join("-");
	return `${date.join("-")}T${timeOfDay(instant - days * ATTOSECONDS_PER_DAY, unit)}`;
}

/** A Date, and what it does not hold. */
export interface DateWithLoss {
	/** Rounded down to milliseconds; an Invalid Date for NaT. */
	readonly date: Date;
	/** Attoseconds from `date` to the exact instant: from 0n to below 10n ** 15n. */
	readonly lost: bigint;
}

/**
 * A datetime64 as a Date, taken for UTC, and what was lost: a Date counts milliseconds.
 *
 * @param count - What `NDArray.get` gives for kind `M`.
 * @param dtype - The dtype of that array.
 * @throws {RangeError} for an instant that no Date holds: further from 1970 than 100 million days.
 * @throws {TypeError} for another kind, and for a count without a unit.
 */
export function datetimeToDate(count: bigint, dtype: ScalarDType): DateWithLoss {
	requireUnit(dtype, count, "datetimeToDate");
	if (count === NAT) return { date: new Date(Number.NaN), lost: 0n };
	const instant = instantOf(count, dtype);
	const milliseconds = floorDivide(instant, ATTOSECONDS_PER_MILLISECOND);
	const date = new Date(Number(milliseconds));
	if (Number.isNaN(date.getTime())) {
		throw new RangeError(`datetimeToDate: ${datetimeToIso(count, dtype)} is further from 1970 than a Date reaches`);
	}
	return { date, lost: instant - milliseconds * ATTOSECONDS_PER_MILLISECOND };
}

const ATTOSECONDS_PER_MILLISECOND = 10n ** 15n;
const ATTOSECONDS_PER_DAY = 86_400n * 10n ** 18n;

/** Digits of a second's fraction that a unit shows. */
const FRACTION_DIGITS: Partial<Record<DatetimeUnitName, number>> = { ms: 3, us: 6, ns: 9, ps: 12, fs: 15, as: 18 };

/** The unit of a datetime64. */
export function requireUnit(dtype: ScalarDType, count: bigint, caller: string): DatetimeUnitName {
	const { kind, unit } = dtype;
	if (kind !== "M" || unit === undefined) throw new TypeError(`${caller}: expected a dtype of kind M, found ${kind}`);
	if (isGenericUnit(dtype) && count !== NAT) throw new TypeError(`${caller}: a count without a unit is no instant`);
	return unit.name;
}

function timeOfDay(attoseconds: bigint, unit: DatetimeUnitName): string {
	const seconds = attoseconds / 10n ** 18n;
	const clock = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => padded(part, 2));
	if (unit === "h" || unit === "m") return clock.slice(0, unit === "h" ? 1 : 2).join(":");
	const digits = FRACTION_DIGITS[unit] ?? 0;
	const fraction = padded(attoseconds % 10n ** 18n, 18).slice(0, digits);
	return clock.join(":") + (digits === 0 ? "" : `.${fraction}`);
}

/** With zeros to a width in which, as in C, a sign counts. */
function padded(value: bigint, width: number): string {
	return value < 0n ? `-${String(-value).padStart(width - 1, "0")}` : String(value).padStart(width, "0");
}

/** The date in the Gregorian calendar, carried on before its beginning, of a number of days from 1970. */
function civilDate(days: bigint): { readonly year: bigint; readonly month: bigint; readonly day: bigint } {
	// Years are taken to begin in March, so that the leap day is their last; 400 of them are an era of 146097 days.
	const fromMarch = days + 719_468n;
	const era = floorDivide(fromMarch, 146_097n);
	const dayOfEra = fromMarch - era * 146_097n;
	const yearOfEra = (dayOfEra - dayOfEra / 1460n + dayOfEra / 36_524n - dayOfEra / 146_096n) / 365n;
	const dayOfYear = dayOfEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
	const monthFromMarch = (5n * dayOfYear + 2n) / 153n;
	const month = monthFromMarch < 10n ? monthFromMarch + 3n : monthFromMarch - 9n;
	const day = dayOfYear - (153n * monthFromMarch + 2n) / 5n + 1n;
	return { year: era * 400n + yearOfEra + (month <= 2n ? 1n : 0n), month, day };
}

/** The quotient rounded down, where `/` rounds towards zero. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
	const quotient = dividend / divisor;
	return dividend % divisor < 0n ? quotient - 1n : quotient;
}
