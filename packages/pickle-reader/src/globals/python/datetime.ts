import type { Machine } from "../../machine/machine.js";
import { isTimedelta } from "../../values/dates.js";
import { hasKind, isStub } from "../../values/records.js";
import type { PyDate, PyDatetime, PyTime, PyTimedelta, PyTimezone } from "../../values/types.js";
import { badArgument, requireBytes, requireCount, requireInteger, requireText } from "../arguments.js";

/** `date(bytes)`: year, big-endian, month, day. */
export function buildDate(machine: Machine, args: readonly unknown[]): PyDate {
	requireCount(machine, args, 1);
	const state = requireState(machine, args[0], 4);
	return { kind: "date", ...dayOf(machine, state, state.getUint8(2)) };
}

/** `datetime(bytes[, tzinfo])`: a date, hour, minute, second, microsecond; `fold` is the top bit of the month. */
export function buildDatetime(machine: Machine, args: readonly unknown[]): PyDatetime<unknown> {
	requireCount(machine, args, 1, 2);
	const state = requireState(machine, args[0], 10);
	const month = state.getUint8(2);
	return {
		kind: "datetime",
		...dayOf(machine, state, month & 0x7f),
		...clockOf(machine, state, 4, state.getUint8(4)),
		fold: month >> 7 === 1 ? 1 : 0,
		tzinfo: requireZone(machine, args[1]),
	};
}

/** `time(bytes[, tzinfo])`; `fold` is the top bit of the hour. */
export function buildTime(machine: Machine, args: readonly unknown[]): PyTime<unknown> {
	requireCount(machine, args, 1, 2);
	const state = requireState(machine, args[0], 6);
	const hour = state.getUint8(0);
	return {
		kind: "time",
		...clockOf(machine, state, 0, hour & 0x7f),
		fold: hour >> 7 === 1 ? 1 : 0,
		tzinfo: requireZone(machine, args[1]),
	};
}

/** `timedelta(days, seconds, microseconds)`, already normalised. */
export function buildTimedelta(machine: Machine, args: readonly unknown[]): PyTimedelta {
	requireCount(machine, args, 3);
	return {
		kind: "timedelta",
		days: requireInteger(machine, args[0], "days", -999_999_999, 999_999_999),
		seconds: requireInteger(machine, args[1], "seconds", 0, 86_399),
		microseconds: requireInteger(machine, args[2], "microseconds", 0, 999_999),
	};
}

/** `timezone(offset[, name])` */
export function buildTimezone(machine: Machine, args: readonly unknown[]): PyTimezone {
	requireCount(machine, args, 1, 2);
	const [offset, name] = args;
	if (!isTimedelta(offset)) throw badArgument(machine, "a timedelta as offset", offset);
	return { kind: "timezone", offset, name: name === undefined ? null : requireText(machine, name, "name of a zone") };
}

function requireState(machine: Machine, value: unknown, length: number): DataView {
	const bytes = requireBytes(machine, value, "state");
	if (bytes.length !== length) throw machine.refusal("unsafe-object", `${length} bytes of state`, `${bytes.length}`);
	return new DataView(bytes.buffer, bytes.byteOffset, length);
}

function dayOf(machine: Machine, state: DataView, month: number): Pick<PyDate, "year" | "month" | "day"> {
	return {
		year: requireInteger(machine, state.getUint16(0), "year", 1, 9999),
		month: requireInteger(machine, month, "month", 1, 12),
		day: requireInteger(machine, state.getUint8(3), "day", 1, 31),
	};
}

function clockOf(
	machine: Machine,
	state: DataView,
	at: number,
	hour: number,
): Pick<PyTime, "hour" | "minute" | "second" | "microsecond"> {
	return {
		hour: requireInteger(machine, hour, "hour", 0, 23),
		minute: requireInteger(machine, state.getUint8(at + 1), "minute", 0, 59),
		second: requireInteger(machine, state.getUint8(at + 2), "second", 0, 59),
		microsecond: requireInteger(
			machine,
			(state.getUint8(at + 3) << 16) | state.getUint16(at + 4),
			"microsecond",
			0,
			999_999,
		),
	};
}

/** Of zones only fixed ones are known; any other is a stub where those are wanted. */
function requireZone(machine: Machine, value: unknown): unknown {
	if (value === undefined || value === null) return null;
	if (hasKind(value, "timezone") || isStub(value)) return value;
	throw badArgument(machine, "a timezone", value);
}
