import { refuseUnsafe } from "../../refuse.js";
import type { ScalarDType } from "@ndwire/core";
import { believe } from "../../values/believe.js";
import { hasKind } from "../../values/records.js";

/** NumPy's NaT: the smallest int64. */
const NAT = -(2n ** 63n);

/** The units that `getitem` gives as Python's dates and durations, in months or microseconds, and the parts of those; others are integers. */
const MONTHS: Readonly<Record<string, number>> = { Y: 12, M: 1 };
const MICROSECONDS: Readonly<Record<string, number>> = {
	W: 6048e8,
	D: 864e8,
	days: 864e8,
	h: 36e8,
	hour: 36e8,
	m: 6e7,
	minute: 6e7,
	s: 1e6,
	second: 1e6,
	seconds: 1e6,
	ms: 1e3,
	us: 1,
	microsecond: 1,
	microseconds: 1,
};

/**
 * How many steps of a datetime64 or timedelta64 a Python value is: what NumPy's `getitem` made of it, undone. What is no date and no
 * duration stays as it is.
 */
export function dateCount(value: unknown, { unit }: ScalarDType): unknown {
	if (value === null) return NAT;
	if (!["date", "datetime", "timedelta"].some((kind) => hasKind(value, kind))) return value;
	// Records of these kinds are made by the builders alone; what one has not is nothing.
	const moment = believe<Readonly<Record<string, number | undefined>>>(value);
	const { year = 1970, month = 1, day = 1 } = moment;
	const { name = "", count = 1 } = unit ?? {};
	const inMonths = hasKind(value, "date") && name in MONTHS;
	// `Date.UTC` takes the years 0 to 99 for those of the twentieth century; this does not.
	const midnight = BigInt(new Date(0).setUTCFullYear(year, month - 1, day)) * 1000n;
	let amount = inMonths ? BigInt((year - 1970) * 12 + month - 1) : midnight;
	for (const [part, step] of Object.entries(MICROSECONDS)) amount += BigInt(moment[part] ?? 0) * BigInt(step);
	const step = BigInt(((inMonths ? MONTHS : MICROSECONDS)[name] ?? 0) * count);
	// `getitem` gave a whole number of steps; what is none was written by something else.
	if (step > 0n && amount % step === 0n) return amount / step;
	return refuseUnsafe("whole units", value);
}
