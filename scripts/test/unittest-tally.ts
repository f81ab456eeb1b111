import { IncompleteError, type Tally } from "./tally.js";

/** Reads what run_unittests.py wrote: a tally as JSON. @throws {IncompleteError} If it is none. */
export function tallyOfUnittest(text: string): Tally {
	const tally: unknown = JSON.parse(text);
	if (!isTally(tally)) throw new IncompleteError("run_unittests.py wrote no tally");
	return { passed: tally.passed, failed: tally.failed, skipped: tally.skipped };
}

function isTally(value: unknown): value is Tally {
	return (
		typeof value === "object" &&
		value !== null &&
		["passed", "failed", "skipped"].every((name) =>
			Number.isSafeInteger(Object.getOwnPropertyDescriptor(value, name)?.value),
		)
	);
}
