import { misfit } from "./expectation.js";

/** One axis of a slice: an index, which drops the axis; `null` for all of it; or Python's `start:stop:step`. */
export type Range = number | null | readonly [start: number | null, stop?: number | null, step?: number | null];

/** What one axis becomes: where it begins, and unless an index dropped it how long it is and how far its steps are. */
export interface SlicedAxis {
	readonly start: number;
	readonly kept?: { readonly extent: number; readonly step: number };
}

/** An axis of `extent` elements under a range, by the rules of Python's `slice.indices`. */
export function sliceAxis(range: Range, extent: number, axis: number): SlicedAxis {
	if (typeof range === "number") return { start: resolveIndex(range, extent, axis) };
	const [first, last, step] = [range?.[0] ?? null, range?.[1] ?? null, range?.[2] ?? 1];
	if (![first ?? 0, last ?? 0, step].every(Number.isSafeInteger) || step === 0) {
		throw misfit(`a range for axis ${axis}`, `[${range?.join(", ")}]`);
	}
	const [low, high] = step > 0 ? [0, extent] : [-1, extent - 1];
	const clamp = (index: number): number => Math.min(Math.max(index < 0 ? index + extent : index, low), high);
	const start = first === null ? (step > 0 ? low : high) : clamp(first);
	const stop = last === null ? (step > 0 ? high : low) : clamp(last);
	return { start, kept: { extent: Math.max(0, Math.ceil((stop - start) / step)), step } };
}

/**
 * An index from the start; a negative one counts from the end.
 *
 * @throws {RangeError} if it is outside the axis.
 */
export function resolveIndex(index: number, extent: number, axis: number): number {
	const resolved = index < 0 ? index + extent : index;
	if (Number.isInteger(index) && resolved >= 0 && resolved < extent) return resolved;
	throw misfit(`an index into axis ${axis} of ${extent} elements`, index);
}
