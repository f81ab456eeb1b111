import type { ProcessOutput } from "zx";
import { say, step } from "../bootstrap/progress.mjs";
import { add, formatTally, nothing, type Tally } from "./tally.js";

/** One part of `npm test`. */
export interface Check {
	readonly title: string;
	readonly run: () => Promise<ProcessOutput>;
	/** For a check that runs tests: reads how they went from what it wrote. Throws where not all of them ran. */
	readonly count?: () => Tally;
}

/** How all checks went. */
export interface Outcome {
	/** The sum of what was counted. */
	readonly tally: Tally;
	/** Titles of the checks that failed otherwise than by tests that failed. */
	readonly broken: readonly string[];
}

/** Runs checks one after the other, each to its end. */
export async function runChecks(checks: readonly Check[]): Promise<Outcome> {
	let outcome: Outcome = { tally: nothing, broken: [] };
	for (const check of checks) {
		const tally = await runCheck(check);
		outcome =
			tally === undefined
				? { ...outcome, broken: [...outcome.broken, check.title] }
				: { ...outcome, tally: add(outcome.tally, tally) };
	}
	return outcome;
}

/** Gives what was counted, or undefined for a check that is broken. */
async function runCheck({ title, run, count }: Check): Promise<Tally | undefined> {
	try {
		return await step(title, async () => judge(await run(), count), {
			always: true,
			isGood: (tally) => tally.failed === 0,
			note: noteOf,
		});
	} catch (error) {
		say(error instanceof Error ? error.message : String(error));
		return undefined;
	}
}

function judge(done: ProcessOutput, count: Check["count"]): Tally {
	const tally = countOrExplain(done, count);
	if (done.exitCode !== 0 && tally.failed === 0) throw new Error(done.stdall.trimEnd());
	if (tally.failed > 0) say(done.stdall.trimEnd());
	return tally;
}

function countOrExplain(done: ProcessOutput, count: Check["count"]): Tally {
	try {
		return count?.() ?? nothing;
	} catch (cause) {
		throw new Error(`${done.stdall.trimEnd()}\n${String(cause)}`, { cause });
	}
}

function noteOf(tally: Tally): string {
	return tally === nothing ? "" : formatTally(tally);
}
