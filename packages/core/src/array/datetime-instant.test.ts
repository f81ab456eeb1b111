import { expect, test } from "vitest";
import { believe } from "../dtype/believe.js";
import { dtype } from "../dtype/dtype.js";
import { datetimeToInstant, type TemporalLike } from "./datetime-instant.js";

/** What an Instant is made of, on platforms with Temporal and without. */
const nanosecondsOf: TemporalLike<bigint> = { Instant: { fromEpochNanoseconds: (nanoseconds) => nanoseconds } };

test.each([
	["M8[ns]", 951782400123456789n, 951782400123456789n, 0n],
	["M8[ps]", 1_234n, 1n, 234_000_000n],
	["M8[as]", -1n, -1n, 999_999_999n],
	["M8[Y]", 30n, 946684800000000000n, 0n],
	["M8[D]", 100_000_000n, 86_400n * 10n ** 17n, 0n],
	["M8[D]", -100_000_000n, -86_400n * 10n ** 17n, 0n],
] as const)("%s %i is so many nanoseconds and attoseconds after 1970", (type, count, instant, lost) => {
	expect(datetimeToInstant(count, dtype(type), nanosecondsOf)).toEqual({ instant, lost });
});

test("NaT is no instant", () => {
	expect(datetimeToInstant(-(2n ** 63n), dtype("M8[s]"), nanosecondsOf)).toEqual({ instant: null, lost: 0n });
});

test("what no Instant holds is refused", () => {
	const days = dtype("M8[D]");
	expect(() => datetimeToInstant(100_000_001n, days, nanosecondsOf)).toThrow("than an Instant reaches");
	expect(() => datetimeToInstant(-100_000_001n, days, nanosecondsOf)).toThrow(RangeError);
	expect(() => datetimeToInstant(5n, dtype("M8"), nanosecondsOf)).toThrow(TypeError);
	expect(() => datetimeToInstant(5n, dtype("m8[s]"), nanosecondsOf)).toThrow(TypeError);
});

test.runIf("Temporal" in globalThis)("the platform's own Temporal makes Instants of the same text", () => {
	const { Temporal } = believe<{ readonly Temporal: TemporalLike<{ readonly toString: () => string }> }>(globalThis);
	const { instant } = datetimeToInstant(951782400123456789n, dtype("M8[ns]"), Temporal);
	expect(String(instant)).toBe("2000-02-29T00:00:00.123456789Z");
});
