import type { Machine } from "../../machine/machine.js";
import { hasKind, isStub } from "../../values/records.js";
import type { PyDate, PyDatetime, PyTime, PyTimedelta, PyTimezone } from "../../values/types.js";
import type { GlobalBuilder } from "../builder.js";
import { aNumber, aText, badPart, only, orNone, someBytes, takes, within, type Check } from "../checks.js";

/** `date(bytes)`: year, big-endian, month, day. */
export const buildDate: GlobalBuilder = /* @__PURE__ */ takes([aState(4)], (machine, state): PyDate => ({
	kind: "date",
	...dayOf(machine, state, state.getUint8(2)),
}));

/** Of zones only fixed ones are known; any other is a stub where those are wanted. */
const aZone: Check<unknown> = /* @__PURE__ */ only("a timezone", isZone);

/** `datetime(bytes[, tzinfo])`: a date, hour, minute, second, microsecond; `fold` is the top bit of the month. */
export const buildDatetime: GlobalBuilder = /* @__PURE__ */ takes(
	[aState(10), orNone(aZone)],
	(machine, state, tzinfo): PyDatetime<unknown> => {
		const month = state.getUint8(2);
		return {
			kind: "datetime",
			...dayOf(machine, state, month & 0x7f),
			...clockOf(machine, state, 4, state.getUint8(4)),
			fold: month > 0x7f ? 1 : 0,
			tzinfo,
		};
	},
);

/** `time(bytes[, tzinfo])`; `fold` is the top bit of the hour. */
export const buildTime: GlobalBuilder = /* @__PURE__ */ takes(
	[aState(6), orNone(aZone)],
	(machine, state, tzinfo): PyTime<unknown> => {
		const hour = state.getUint8(0);
		return { kind: "time", ...clockOf(machine, state, 0, hour & 0x7f), fold: hour > 0x7f ? 1 : 0, tzinfo };
	},
);

/** `timedelta(days, seconds, microseconds)`, already normalised. */
export const buildTimedelta: GlobalBuilder = /* @__PURE__ */ takes(
	[aNumber(-999_999_999, 999_999_999), aNumber(0, 86_399), aNumber(0, 999_999)],
	(_machine, days, seconds, microseconds): PyTimedelta => ({ kind: "timedelta", days, seconds, microseconds }),
);

const anOffset: Check<PyTimedelta> = /* @__PURE__ */ only("a timedelta", isTimedelta);

/** `timezone(offset[, name])` */
export const buildTimezone: GlobalBuilder = /* @__PURE__ */ takes(
	[anOffset, orNone(aText)],
	(_machine, offset, name): PyTimezone => ({ kind: "timezone", offset, name }),
);

function isZone(value: unknown): value is unknown {
	return hasKind(value, "timezone") || isStub(value);
}

// Records of this kind are made here alone, so that `kind` says it all.
function isTimedelta(value: unknown): value is PyTimedelta {
	return hasKind(value, "timedelta");
}

function aState(length: number): Check<DataView> {
	return (machine, value) => {
		const bytes = someBytes(machine, value);
		if (bytes.length !== length) throw badPart(machine, `${length} bytes`, bytes.length);
		return new DataView(bytes.buffer, bytes.byteOffset, length);
	};
}

function dayOf(machine: Machine, state: DataView, month: number): Pick<PyDate, "year" | "month" | "day"> {
	return {
		year: within(machine, state.getUint16(0), 1, 9999),
		month: within(machine, month, 1, 12),
		day: within(machine, state.getUint8(3), 1, 31),
	};
}

function clockOf(
	machine: Machine,
	state: DataView,
	at: number,
	hour: number,
): Pick<PyTime, "hour" | "minute" | "second" | "microsecond"> {
	return {
		hour: within(machine, hour, 0, 23),
		minute: within(machine, state.getUint8(at + 1), 0, 59),
		second: within(machine, state.getUint8(at + 2), 0, 59),
		microsecond: within(machine, (state.getUint8(at + 3) << 16) | state.getUint16(at + 4), 0, 999_999),
	};
}
