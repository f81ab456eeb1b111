import type { DatetimeUnit, ScalarDType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { isDate, isDatetime, isTimedelta, type CalendarDay } from "../../values/dates.js";
import { badArgument } from "../arguments.js";

/** NumPy's NaT: the smallest int64. */
const NAT = -(2n ** 63n);

/** How many steps of a datetime64 or timedelta64 a Python value is: what NumPy's `getitem` made of it, undone. */
export function dateCount(machine: Machine, { unit }: ScalarDType, value: unknown): bigint {
	if (value === null) return NAT;
	if (typeof value === "number" || typeof value === "bigint") return BigInt(value);
	const steps = unit && (monthSteps(unit, value) ?? timeSteps(unit, value));
	// `getitem` gave a whole number of steps; what is none was written by something else.
	if (steps !== undefined && Number.isSafeInteger(steps)) return BigInt(steps);
	throw badArgument(machine, "a date or a duration in steps of the unit", value);
}

function monthSteps({ name, count }: DatetimeUnit, value: unknown): number | undefined {
	if ((name !== "Y" && name !== "M") || !isDate(value)) return undefined;
	const years = value.year - 1970;
	return (name === "Y" ? years : years * 12 + value.month - 1) / count;
}

function timeSteps({ name, count }: DatetimeUnit, value: unknown): number | undefined {
	const step = { W: 604_800, D: 86_400, h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6 }[name as string];
	const microseconds = microsecondsOf(value);
	if (step === undefined || microseconds === undefined) return undefined;
	const microsecondsPerStep = BigInt(Math.round(step * 1e6) * count);
	return microseconds % microsecondsPerStep === 0n ? Number(microseconds / microsecondsPerStep) : undefined;
}

function microsecondsOf(value: unknown): bigint | undefined {
	if (isTimedelta(value)) return inMicroseconds(value.days, value.seconds, value.microseconds);
	if (isDate(value)) return inMicroseconds(daysOf(value), 0, 0);
	if (!isDatetime(value)) return undefined;
	return inMicroseconds(daysOf(value), value.hour * 3600 + value.minute * 60 + value.second, value.microsecond);
}

function inMicroseconds(days: number, seconds: number, microseconds: number): bigint {
	return BigInt(days * 86_400 + seconds) * 1_000_000n + BigInt(microseconds);
}

function daysOf({ year, month, day }: CalendarDay): number {
	// `Date.UTC` takes the years 0 to 99 for those of the twentieth century; this does not.
	return new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
}
