import { run, type Run } from "../run/run.js";
import { isFailure } from "../run/result.js";
import { questionsOf, type Question } from "../questions/question.js";
import { unknownResults } from "../questions/unknown-results.js";
import type { Suite } from "../suite/load.js";
import { profileNames, readProfile } from "../suite/profiles.js";
import type { Launcher } from "../transport/transport.js";
import { workerLauncher } from "../transport/worker.js";
import type { MutantEntry } from "./mutant-list.js";

/** One thing that was checked. */
export interface Check {
	readonly name: string;
	readonly ok: boolean;
	/** What was found, in words. */
	readonly found: string;
}

export interface SelfcheckOptions {
	readonly suite: Suite;
	readonly mutants: readonly MutantEntry[];
	/** NumPy; without it nobody confirms that the suite says what NumPy does. */
	readonly oracle?: Launcher;
}

/**
 * Whether the suite can be trusted: profiles name what exists, NumPy and our codecs pass every required case, and every deliberately
 * wrong codec fails one of the profile whose promise it breaks. (That the suite is whole was checked when it was loaded.)
 */
export async function* selfcheck({ suite, mutants, oracle }: SelfcheckOptions): AsyncGenerator<Check> {
	const required = questionsOf(suite.cases, suite).filter(({ case: each }) => each.tier === "required");
	yield { name: "suite", ok: true, found: `${suite.cases.count} cases and ${suite.blobs.count} blobs, whole` };
	yield* checkProfiles(suite);
	if (oracle !== undefined) yield conforming("oracle", await runOver(oracle, required, suite));
	const codecs = await runOver(workerLauncher("ndwire"), required, suite);
	yield conforming("ndwire", codecs);
	// Only what the codecs get right without their fault can find the fault.
	const passed = new Set(
		[...codecs.results].filter((result) => !isFailure(result, false)).map(({ question }) => question.id),
	);
	for (const { name, profile } of mutants) {
		const promised = new Set(newestProfile(suite, profile));
		const telling = required.filter((question) => passed.has(question.id) && promised.has(question.id));
		if (telling.length === 0) {
			yield { name: `mutant:${name}`, ok: false, found: `nothing of a profile ${profile} could find it` };
			continue;
		}
		const mutant = workerLauncher(`mutant:${name}`);
		const alone = killed(name, await runOver(mutant, telling, suite));
		// What a codec wrote in its own spelling is told wrong only by NumPy, which loads something else.
		yield alone.ok || oracle === undefined ? alone : killed(name, await runOver(mutant, telling, suite, oracle));
	}
}

function* checkProfiles(suite: Suite): Generator<Check> {
	for (const name of profileNames(suite.folder)) {
		const ids = readProfile(suite.folder, name) ?? [];
		const unknown = unknownResults(ids, suite);
		const found =
			unknown.length === 0 ? `${ids.length} results` : `${unknown.length} results do not exist, first ${unknown[0]}`;
		yield { name: `profile ${name}`, ok: unknown.length === 0, found };
	}
}

/** Ids of the newest release of a profile. */
function newestProfile({ folder }: Suite, profile: string): readonly string[] {
	const newest = profileNames(folder).findLast((name) => name.startsWith(`${profile}@`));
	return newest === undefined ? [] : (readProfile(folder, newest) ?? []);
}

function runOver(launcher: Launcher, questions: readonly Question[], suite: Suite, oracle?: Launcher): Promise<Run> {
	return run({ suite, questions, launcher, window: 16, timeoutScale: 1, ...(oracle && { oracle }) });
}

function conforming(name: string, { results: all, cutShort }: Run): Check {
	const results = [...all];
	if (cutShort !== undefined) return { name, ok: false, found: cutShort };
	const failed = results.filter((result) => isFailure(result, false));
	const [first] = failed;
	if (first === undefined) {
		const passed = results.filter(({ verdict }) => verdict.class === "pass").length;
		const rest = results.length === passed ? "" : `; ${results.length - passed} were not judged`;
		return { name, ok: true, found: `passes ${passed} required results${rest}` };
	}
	const example = `${first.question.id}: ${first.verdict.class}, ${first.verdict.why ?? ""}`;
	return { name, ok: false, found: `fails ${failed.length} of ${results.length} required results, first ${example}` };
}

function killed(name: string, { results: all }: Run): Check {
	const results = [...all];
	const killers = results.filter((result) => isFailure(result, false));
	const first = killers[0]?.question.id;
	const unjudged = results.filter(({ verdict }) => verdict.class === "not-run").length;
	const survives = unjudged === 0 ? "survives" : `survives; ${unjudged} results want NumPy (--python) to be judged`;
	const found = first === undefined ? survives : `killed by ${killers.length} results, first ${first}`;
	return { name: `mutant:${name}`, ok: first !== undefined, found };
}
