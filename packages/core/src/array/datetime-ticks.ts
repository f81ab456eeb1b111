import type { DatetimeUnitName, ScalarDType } from "../dtype/types.js";

/** The count that stands for "not a time". */
export const NAT: bigint = -(2n ** 63n);

/** Attoseconds per unit; years and months have no fixed length. */
export const ATTOSECONDS: Readonly<Record<Exclude<DatetimeUnitName, "Y" | "M">, bigint>> = {
	W: 604_800n * 10n ** 18n,
	D: 86_400n * 10n ** 18n,
	h: 3_600n * 10n ** 18n,
	m: 60n * 10n ** 18n,
	s: 10n ** 18n,
	ms: 10n ** 15n,
	us: 10n ** 12n,
	ns: 10n ** 9n,
	ps: 10n ** 6n,
	fs: 10n ** 3n,
	as: 1n,
	generic: 1n,
};

/** Attoseconds from 1970 to a datetime64 that has a unit, in the calendar that NumPy uses for all of time. */
export function instantOf(count: bigint, dtype: ScalarDType): bigint {
	const { name, steps } = stepsOf(count, dtype);
	if (name === "Y" || name === "M") return daysBeforeMonth(name === "Y" ? steps * 12n : steps) * ATTOSECONDS.D;
	return steps * ATTOSECONDS[name];
}

/** Length of a timedelta64 that has a unit: in months where it is of the calendar, else in attoseconds. */
export function durationOf(count: bigint, dtype: ScalarDType): bigint {
	const { name, steps } = stepsOf(count, dtype);
	if (name === "Y" || name === "M") return name === "Y" ? steps * 12n : steps;
	return steps * ATTOSECONDS[name];
}

/** Whether the unit is one whose length in days varies. */
export function isCalendarUnit({ unit }: ScalarDType): boolean {
	return unit?.name === "Y" || unit?.name === "M";
}

export function isGenericUnit({ unit }: ScalarDType): boolean {
	return unit?.name === "generic";
}

function stepsOf(count: bigint, { unit }: ScalarDType): { readonly name: DatetimeUnitName; readonly steps: bigint } {
	return { name: unit?.name ?? "generic", steps: count * BigInt(unit?.count ?? 1) };
}

/** Days from 1970-01-01 to the first of the month that begins `months` after January 1970. */
export function daysBeforeMonth(months: bigint): bigint {
	// Years are taken to begin in March, so that the leap day is their last.
	const fromMarch = months + 1970n * 12n - 2n;
	const year = floorDivide(fromMarch, 12n);
	const month = fromMarch - year * 12n;
	const leapDays = floorDivide(year, 4n) - floorDivide(year, 100n) + floorDivide(year, 400n);
	return year * 365n + leapDays + (month * 153n + 2n) / 5n - 719_468n;
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
	const quotient = dividend / divisor;
	return dividend % divisor < 0n ? quotient - 1n : quotient;
}
