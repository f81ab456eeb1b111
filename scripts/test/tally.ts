/** What became of tests: each ran and held, ran and did not hold, or did not run. */
export interface Tally {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(one: Tally, other: Tally): Tally {
	return {
		passed: one.passed + other.passed,
		failed: one.failed + other.failed,
		skipped: one.skipped + other.skipped,
	};
}

/** `N passed, N failed, N skipped`. */
export function formatTally({ passed, failed, skipped }: Tally): string {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Thrown where a file of results does not prove that everything in it ran. */
export class IncompleteError extends Error {
	override get name(): "IncompleteError" {
		return "IncompleteError";
	}
}
