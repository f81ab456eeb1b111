import { refuseUnsafe } from "../../refuse.js";
import type { ScalarDType } from "@ndwire/core";
import { believe } from "../../values/believe.js";
import { hasKind } from "../../values/records.js";
import type { PyDate, PyDatetime, PyTimedelta } from "../../values/types.js";

/** NumPy's NaT: the smallest int64. */
const NAT = -(2n ** 63n);

/** The units that `getitem` gives as Python's dates and durations, in months or microseconds; the others are integers. */
const MONTHS: Readonly<Record<string, number>> = { Y: 12, M: 1 };
const MICROSECONDS: Readonly<Record<string, number>> = { W: 6048e8, D: 864e8, h: 36e8, m: 6e7, s: 1e6, ms: 1e3, us: 1 };

/**
 * How many steps of a datetime64 or timedelta64 a Python value is: what NumPy's `getitem` made of it, undone. What is no date and no
 * duration stays as it is.
 */
export function dateCount(value: unknown, { unit }: ScalarDType): unknown {
	if (value === null) return NAT;
	if (!["date", "datetime", "timedelta"].some((kind) => hasKind(value, kind))) return value;
	// Records of these kinds are made by the builders alone; what one has not is nothing.
	const moment = believe<Partial<Omit<PyDate & PyDatetime & PyTimedelta, "kind">>>(value);
	const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0, microsecond = 0 } = moment;
	const { days = 0, seconds = 0, microseconds = 0 } = moment;
	const { name = "", count = 1 } = unit ?? {};
	// `Date.UTC` takes the years 0 to 99 for those of the twentieth century; this does not.
	const midnight = new Date(0).setUTCFullYear(year, month - 1, day) / 1000;
	const whole = midnight + hour * 3600 + minute * 60 + second + days * 86_400 + seconds;
	const isDate = hasKind(value, "date") && name in MONTHS;
	const amount = isDate
		? BigInt((year - 1970) * 12 + month - 1)
		: BigInt(whole) * 1_000_000n + BigInt(microsecond + microseconds);
	const step = BigInt(((isDate ? MONTHS : MICROSECONDS)[name] ?? 0) * count);
	// `getitem` gave a whole number of steps; what is none was written by something else.
	if (step > 0n && amount % step === 0n) return amount / step;
	return refuseUnsafe("an element of its dtype", value);
}
