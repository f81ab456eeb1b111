import type { ScalarDType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { hasKind } from "../../values/records.js";
import type { PyDate, PyDatetime, PyTimedelta } from "../../values/types.js";
import { refusePart } from "../checks.js";

/** NumPy's NaT: the smallest int64. */
const NAT = -(2n ** 63n);

/** Months, and microseconds, of the units that `getitem` gives as Python's dates and durations; the others are integers. */
const MONTHS: Readonly<Record<string, number>> = { Y: 12, M: 1 };
const MICROSECONDS: Readonly<Record<string, number>> = { W: 6048e8, D: 864e8, h: 36e8, m: 6e7, s: 1e6, ms: 1e3, us: 1 };

/** How many steps of a datetime64 or timedelta64 a Python value is: what NumPy's `getitem` made of it, undone. */
export function dateCount(machine: Machine, { unit }: ScalarDType, value: unknown): bigint {
	if (value === null) return NAT;
	if (typeof value === "number" || typeof value === "bigint") return BigInt(value);
	const { name = "", count = 1 } = unit ?? {};
	const step = BigInt((MONTHS[name] ?? MICROSECONDS[name] ?? 0) * count);
	const amount = isMoment(value) ? (name in MONTHS ? monthsOf(value) : microsecondsOf(value)) : undefined;
	// `getitem` gave a whole number of steps; what is none was written by something else.
	if (amount !== undefined && step > 0n && amount % step === 0n) return amount / step;
	return refusePart(machine, "a moment in steps of the unit", value);
}

type Moment = PyDate | PyDatetime<unknown> | PyTimedelta;

function monthsOf(value: Moment): bigint | undefined {
	return value.kind === "date" ? BigInt((value.year - 1970) * 12 + value.month - 1) : undefined;
}

/** Since 1970, or of a duration its length. */
function microsecondsOf(value: Moment): bigint {
	if (value.kind === "timedelta") return sum(value.days * 86_400 + value.seconds, value.microseconds);
	// `Date.UTC` takes the years 0 to 99 for those of the twentieth century; this does not.
	const midnight = new Date(0).setUTCFullYear(value.year, value.month - 1, value.day) / 1000;
	if (value.kind === "date") return sum(midnight, 0);
	return sum(midnight + value.hour * 3600 + value.minute * 60 + value.second, value.microsecond);
}

function sum(seconds: number, microseconds: number): bigint {
	return BigInt(seconds) * 1_000_000n + BigInt(microseconds);
}

// Records of these kinds are made by the builders alone, so that `kind` says it all.
function isMoment(value: unknown): value is Moment {
	return ["date", "datetime", "timedelta"].some((kind) => hasKind(value, kind));
}
