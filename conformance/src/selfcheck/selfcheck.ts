import { run } from "../run/run.js";
import { isFailure } from "../run/result.js";
import { questionsOf, type Question } from "../questions/question.js";
import type { Suite } from "../suite/load.js";
import type { Launcher } from "../transport/transport.js";
import { workerLauncher } from "../transport/worker.js";

/** One thing that was checked. */
export interface Check {
	readonly name: string;
	readonly ok: boolean;
	/** What was found, in words. */
	readonly found: string;
}

export interface SelfcheckOptions {
	readonly suite: Suite;
	readonly mutants: readonly string[];
	/** NumPy; without it nobody confirms that the suite says what NumPy does. */
	readonly oracle?: Launcher;
}

/**
 * Whether the suite can be trusted: NumPy and our codecs pass every required case, and every deliberately wrong codec fails one.
 * (That the suite is whole was checked when it was loaded.)
 */
export async function* selfcheck({ suite, mutants, oracle }: SelfcheckOptions): AsyncGenerator<Check> {
	const required = questionsOf(suite.cases, suite).filter(({ case: each }) => each.tier === "required");
	yield { name: "suite", ok: true, found: `${suite.cases.length} cases and ${suite.blobs.size} blobs, whole` };
	if (oracle !== undefined) yield await checkConforming("oracle", oracle, required, suite);
	yield await checkConforming("ndwire", workerLauncher("ndwire"), required, suite);
	for (const name of mutants) yield await checkKilled(name, required, suite);
}

async function checkConforming(
	name: string,
	launcher: Launcher,
	questions: readonly Question[],
	suite: Suite,
): Promise<Check> {
	const { results, cutShort } = await run({ suite, questions, launcher, window: 16, timeoutScale: 1 });
	const failed = results.filter((result) => isFailure(result, false));
	const first = failed[0] === undefined ? "" : `: ${failed[0].question.id}, ${failed[0].verdict.class}`;
	if (cutShort !== undefined) return { name, ok: false, found: cutShort };
	const found = failed.length === 0 ? `passes ${results.length} required results` : `fails ${failed.length}${first}`;
	return { name, ok: failed.length === 0, found };
}

async function checkKilled(name: string, questions: readonly Question[], suite: Suite): Promise<Check> {
	const launcher = workerLauncher(`mutant:${name}`);
	const { results } = await run({ suite, questions, launcher, window: 16, timeoutScale: 1 });
	const killers = results.filter((result) => isFailure(result, false));
	const first = killers[0]?.question.id;
	const found = first === undefined ? "survives" : `killed by ${killers.length} required results, first ${first}`;
	return { name: `mutant:${name}`, ok: first !== undefined, found };
}
