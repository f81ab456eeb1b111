/** How long to measure. */
export interface Pace {
	/** Calls before anything counts: compilers and caches settle within 20. */
	readonly warmUpCalls: number;
	/** Where so many calls would take longer than this. */
	readonly warmUpSeconds: number;
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
	warmUpSeconds: 1.5,
	sampleMilliseconds: 2,
	rounds: 21,
	seconds: 5,
	fewestRounds: 7,
};

/** To see that everything runs, and roughly how fast. */
export const quick: Pace = {
	warmUpCalls: 20,
	warmUpSeconds: 0.2,
	sampleMilliseconds: 2,
	rounds: 5,
	seconds: 0.5,
	fewestRounds: 3,
};
