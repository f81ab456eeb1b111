import type { ScalarDType } from "../dtype/types.js";
import { datetimeToIso, floorDivide, requireUnit } from "./datetime-iso.js";
import { instantOf, NAT } from "./datetime-ticks.js";

/** What makes instants: `Temporal`, the platform's or a polyfill. */
export interface TemporalLike<Instant> {
	readonly Instant: { readonly fromEpochNanoseconds: (nanoseconds: bigint) => Instant };
}

/** A `Temporal.Instant`, and what it does not hold. */
export interface InstantWithLoss<Instant> {
	/** Rounded down to nanoseconds; null for NaT, which Temporal does not have. */
	readonly instant: Instant | null;
	/** Attoseconds from `instant` to the exact one: from 0n to below 10n ** 9n. */
	readonly lost: bigint;
}

/**
 * A datetime64 as a `Temporal.Instant`, taken for UTC, and what was lost: an Instant counts nanoseconds.
 *
 * @param count - What `NDArray.get` gives for kind `M`.
 * @param dtype - The dtype of that array.
 * @param temporal - `Temporal`, which not every platform has yet, or a polyfill.
 * @throws {RangeError} for what no Instant holds: further from 1970 than 100 million days.
 * @throws {TypeError} for another kind, and for a count without a unit.
 *
 * @example
 * ```ts
 * datetimeToInstant(5n, dtype("M8[ns]"), Temporal).instant; // 1970-01-01T00:00:00.000000005Z
 * ```
 */
export function datetimeToInstant<Instant>(
	count: bigint,
	dtype: ScalarDType,
	temporal: TemporalLike<Instant>,
): InstantWithLoss<Instant> {
	requireUnit(dtype, count, "datetimeToInstant");
	if (count === NAT) return { instant: null, lost: 0n };
	const exact = instantOf(count, dtype);
	const nanoseconds = floorDivide(exact, ATTOSECONDS_PER_NANOSECOND);
	if (nanoseconds < -MOST_NANOSECONDS || nanoseconds > MOST_NANOSECONDS) {
		throw new RangeError(
			`datetimeToInstant: ${datetimeToIso(count, dtype)} is further from 1970 than an Instant reaches`,
		);
	}
	const instant = temporal.Instant.fromEpochNanoseconds(nanoseconds);
	return { instant, lost: exact - nanoseconds * ATTOSECONDS_PER_NANOSECOND };
}

const ATTOSECONDS_PER_NANOSECOND = 10n ** 9n;
/** Of 100 million days. */
const MOST_NANOSECONDS = 86_400n * 10n ** 17n;
