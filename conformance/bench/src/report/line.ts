import { isMet, ratio, samplesOf } from "../results/ratio.js";
import type { Result } from "../results/results.js";
import { spread } from "../results/spread.js";
import { formatSpread, formatTime } from "./quantity.js";

/** A result for the terminal. */
export function formatLine(result: Result): string {
	const { area, benchmark, size } = result;
	const name = `${area}: ${benchmark}, ${size}`.padEnd(60);
	const ours = formatTime(spread(samplesOf(result, "ours")?.nanoseconds ?? []).median).padStart(9);
	return `${name} ${ours}  × np ${ratioText(result, "np")}  × nh ${ratioText(result, "nh")}  ${verdict(result)}`;
}

/** The ratio of ours to another, or nothing where that was not measured. */
export function ratioText(result: Result, of: string): string {
	const found = ratio(result, "ours", of);
	return found === undefined ? "" : formatSpread(found);
}

/** `≤ 1.2 np: met`, or nothing where there is no target. */
export function verdict(result: Result): string {
	const { target } = result;
	if (target === undefined) return "";
	return `≤ ${target.atMost} ${target.of}: ${isMet(result) ? "met" : "missed"}`;
}
