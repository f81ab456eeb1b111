import type { ScalarDType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { hasKind } from "../../values/records.js";
import type { PyDate, PyDatetime, PyTimedelta } from "../../values/types.js";
import { badPart } from "../checks.js";

/** NumPy's NaT: the smallest int64. */
const NAT = -(2n ** 63n);

/** Microseconds of the units that `getitem` gives as Python's dates and durations; those below a microsecond are integers. */
const UNITS: Readonly<Record<string, number>> = { W: 6048e8, D: 864e8, h: 36e8, m: 6e7, s: 1e6, ms: 1e3, us: 1 };

/** How many steps of a datetime64 or timedelta64 a Python value is: what NumPy's `getitem` made of it, undone. */
export function dateCount(machine: Machine, { unit }: ScalarDType, value: unknown): bigint {
	if (value === null) return NAT;
	if (typeof value === "number" || typeof value === "bigint") return BigInt(value);
	const { name = "", count = 1 } = unit ?? {};
	const [amount, step] = name in MONTHS ? [monthsOf(value), MONTHS[name]] : [microsecondsOf(value), UNITS[name]];
	if (amount !== undefined && step !== undefined) {
		const steps = BigInt(step * count);
		// `getitem` gave a whole number of steps; what is none was written by something else.
		if (amount % steps === 0n) return amount / steps;
	}
	throw badPart(machine, "a date or a duration in steps of the unit", value);
}

const MONTHS: Readonly<Record<string, number>> = { Y: 12, M: 1 };

function monthsOf(value: unknown): bigint | undefined {
	return isMoment(value) && value.kind === "date" ? BigInt((value.year - 1970) * 12 + value.month - 1) : undefined;
}

/** Since 1970, or of a duration its length. */
function microsecondsOf(value: unknown): bigint | undefined {
	if (!isMoment(value)) return undefined;
	if (value.kind === "timedelta") return inMicroseconds(value.days, value.seconds, value.microseconds);
	const { year, month, day } = value;
	// `Date.UTC` takes the years 0 to 99 for those of the twentieth century; this does not.
	const days = new Date(0).setUTCFullYear(year, month - 1, day) / 864e5;
	if (value.kind === "date") return inMicroseconds(days, 0, 0);
	return inMicroseconds(days, value.hour * 3600 + value.minute * 60 + value.second, value.microsecond);
}

function inMicroseconds(days: number, seconds: number, microseconds: number): bigint {
	return BigInt(days * 86_400 + seconds) * 1_000_000n + BigInt(microseconds);
}

// Records of these kinds are made by the builders alone, so that `kind` says it all.
function isMoment(value: unknown): value is PyDate | PyDatetime<unknown> | PyTimedelta {
	return hasKind(value, "date") || hasKind(value, "datetime") || hasKind(value, "timedelta");
}
