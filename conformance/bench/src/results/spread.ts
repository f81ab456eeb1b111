/** The middle of some figures and their quartiles. */
export interface Spread {
	readonly median: number;
	readonly low: number;
	readonly high: number;
}

/** Median and quartiles, interpolated between neighbours as `numpy.percentile` does. NaN for no figures. */
export function spread(figures: readonly number[]): Spread {
	const sorted = figures.toSorted((left, right) => left - right);
	return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

function quantile(sorted: readonly number[], share: number): number {
	const place = (sorted.length - 1) * share;
	const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
	return below + (above - below) * (place - Math.floor(place));
}
