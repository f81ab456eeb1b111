/** How long to measure. */
export interface Pace {
	/** Before anything counts, so many calls: caches settle within 20. */
	readonly warmUpCalls: number;
	/** And for so long: a compiler takes its time with calls that are short. */
	readonly leastWarmUpSeconds: number;
	/** But no longer than this. */
	readonly mostWarmUpSeconds: number;
	/** A sample is at least so long: as many calls as that takes. */
	readonly sampleMilliseconds: number;
	readonly rounds: number;
	/** Rounds end here, but not before `fewestRounds`. */
	readonly seconds: number;
	readonly fewestRounds: number;
}

/** For figures. */
export const thorough: Pace = {
	warmUpCalls: 20,
	leastWarmUpSeconds: 0.2,
	mostWarmUpSeconds: 1,
	sampleMilliseconds: 2,
	rounds: 21,
	seconds: 3,
	fewestRounds: 5,
};

/** To see that everything runs, and roughly how fast. */
export const quick: Pace = {
	warmUpCalls: 20,
	leastWarmUpSeconds: 0.05,
	mostWarmUpSeconds: 0.2,
	sampleMilliseconds: 2,
	rounds: 5,
	seconds: 0.5,
	fewestRounds: 3,
};
