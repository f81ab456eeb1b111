import { hasKind } from "./records.js";
import type { PyDate, PyDatetime, PyTimedelta } from "./types.js";

/** A day of the proleptic Gregorian calendar. */
export interface CalendarDay {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

// Records of these kinds are made by the builders alone, so that `kind` says it all.
export function isDate(value: unknown): value is PyDate {
	return hasKind(value, "date");
}

export function isDatetime(value: unknown): value is PyDatetime<unknown> {
	return hasKind(value, "datetime");
}

export function isTimedelta(value: unknown): value is PyTimedelta {
	return hasKind(value, "timedelta");
}
