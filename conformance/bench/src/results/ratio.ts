import type { Result, Samples } from "./results.js";
import { spread, type Spread } from "./spread.js";

/** The time of one subject as a multiple of another's: the ratio is taken within each round, then its median. */
export function ratio(result: Result, subject: string, of: string): Spread | undefined {
	const [left, right] = [samplesOf(result, subject), samplesOf(result, of)];
	if (left === undefined || right === undefined) return undefined;
	return spread(left.nanoseconds.map((nanoseconds, round) => nanoseconds / (right.nanoseconds[round] ?? Number.NaN)));
}

export function samplesOf({ samples }: Result, wanted: string): Samples | undefined {
	return samples.find(({ subject }) => subject === wanted);
}

/** Whether the median stays within the target; undefined without one. */
export function isMet(result: Result): boolean | undefined {
	if (result.target === undefined) return undefined;
	const found = ratio(result, "ours", result.target.of);
	return found === undefined ? undefined : found.median <= result.target.atMost;
}
