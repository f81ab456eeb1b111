import type { DatetimeUnit, DatetimeUnitName } from "@ndwire/core";

/** A point in time, or for a timedelta a span, as Python's datetime library counts it. What is absent is 0. */
export interface DateParts {
	readonly year?: number;
	readonly month?: number;
	readonly day?: number;
	readonly days?: number;
	readonly hour?: number;
	readonly minute?: number;
	readonly second?: number;
	readonly seconds?: number;
	readonly microsecond?: number;
	readonly microseconds?: number;
}

/** The count of a unit that a datetime64 of that date holds, rounded down; undefined for units that no date of Python has. */
export function ticksOfDate(parts: DateParts, { name, count }: DatetimeUnit): bigint | undefined {
	const { year = 1970, month = 1 } = parts;
	if (name === "Y") return floorDivide(BigInt(year - 1970), BigInt(count));
	if (name === "M") return floorDivide(BigInt((year - 1970) * 12 + month - 1), BigInt(count));
	const unit = microsecondsOf[name];
	return unit === undefined ? undefined : floorDivide(microsecondsIn(parts), unit * BigInt(count));
}

const microsecondsOf: Partial<Record<DatetimeUnitName, bigint>> = {
	W: 604_800_000_000n,
	D: 86_400_000_000n,
	h: 3_600_000_000n,
	m: 60_000_000n,
	s: 1_000_000n,
	ms: 1000n,
	us: 1n,
};

/** Since 1970, or all of a span. */
function microsecondsIn(parts: DateParts): bigint {
	const { year = 1970, month = 1, day = 1, days = 0, hour = 0, minute = 0, second = 0, seconds = 0 } = parts;
	// Date.UTC takes years below 100 for those of the twentieth century.
	const date = new Date(0).setUTCFullYear(year, month - 1, day);
	const whole = BigInt(date) / 1000n + BigInt(days * 86_400 + hour * 3600 + minute * 60 + second + seconds);
	return whole * 1_000_000n + BigInt((parts.microsecond ?? 0) + (parts.microseconds ?? 0));
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
	const quotient = dividend / divisor;
	return dividend % divisor < 0n ? quotient - 1n : quotient;
}
