import { refuseUnsafe } from "../../refuse.js";
import { hasKind, isStub } from "../../values/records.js";
import type { PyTimedelta, PyTimezone } from "../../values/types.js";
import type { GlobalBuilder } from "../builder.js";
import { aNumber, aText, only, orNone, someBytes, takes, within, type Check } from "../checks.js";

/** Parts of a moment, and the most that each can be. */
const MOST = { year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59, microsecond: 999_999 };

/** Of zones only fixed ones are known; any other is a stub where those are wanted. */
const aZone: Check<unknown> = /* @__PURE__ */ only("a timezone", isZone);

/**
 * `date(bytes)`, `datetime(bytes[, tzinfo])` and `time(bytes[, tzinfo])`. The bytes are big-endian numbers; the top bit of a
 * datetime's month, and of a time's hour, is `fold`.
 */
export const buildMoment: GlobalBuilder = /* @__PURE__ */ takes(
	[someBytes, orNone(aZone)],
	(state, tzinfo, machine) => {
		const kind = machine.built?.name;
		// A date has no place for it.
		const foldAt = kind === "time" ? 0 : kind === "date" ? -1 : 2;
		const moment: Record<string, unknown> = { kind };
		let position = 0;
		for (const [name, most] of Object.entries(MOST).slice(kind === "time" ? 3 : 0, kind === "date" ? 3 : 7)) {
			const least = kind !== "time" && position < 4 ? 1 : 0;
			let number = 0;
			// As many bytes as it takes for the most.
			for (let rest = most; rest >= 1; rest /= 256) {
				// What is not there is no number.
				number = number * 256 + ((state[position] ?? Number.NaN) % (position === foldAt ? 128 : 256));
				position += 1;
			}
			moment[name] = within(number, least, most);
		}
		if (state.length > position) refuseUnsafe(`${position} bytes`, state.length);
		if (foldAt < 0 && tzinfo !== null) refuseUnsafe("one part", tzinfo);
		return foldAt < 0 ? moment : { ...moment, fold: (state[foldAt] ?? 0) >> 7, tzinfo };
	},
);

/** `timedelta(days, seconds, microseconds)`, already normalised. */
export const buildTimedelta: GlobalBuilder = /* @__PURE__ */ takes(
	[aNumber(-999_999_999, 999_999_999), aNumber(0, 86_399), aNumber(0, 999_999)],
	(days, seconds, microseconds): PyTimedelta => ({ kind: "timedelta", days, seconds, microseconds }),
);

const anOffset: Check<PyTimedelta> = /* @__PURE__ */ only("a timedelta", isTimedelta);

/** `timezone(offset[, name])` */
export const buildTimezone: GlobalBuilder = /* @__PURE__ */ takes(
	[anOffset, orNone(aText)],
	(offset, name): PyTimezone => ({ kind: "timezone", offset, name }),
);

function isZone(value: unknown): value is unknown {
	return hasKind(value, "timezone") || isStub(value);
}

// Records of this kind are made here alone, so that `kind` says it all.
function isTimedelta(value: unknown): value is PyTimedelta {
	return hasKind(value, "timedelta");
}
