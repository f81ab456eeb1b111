import fc from "fast-check";

import type { DTypeRules } from "../../packages/core/src/dtype/rules.js";
import type { Question } from "../../packages/core/src/testing/question.js";
import { judge, type Difference, type Verdict } from "./judge.js";
import type { Oracle } from "./oracle.js";
import { subjects, type Subject } from "./subjects.js";

export interface Exploration {
	readonly subject: Subject;
	readonly seed: number;
	readonly runs: number;
	/** Where to begin, as fast-check prints it: `12` or `12:0:3`. */
	readonly path?: string | undefined;
}

export interface Findings {
	readonly tally: Readonly<Record<Verdict["outcome"], number>>;
	/** Each difference shrunk, once, with the path that leads to it. */
	readonly shrunk: readonly (Difference & { readonly path: string })[];
}

/** Shrinking takes hundreds of questions; many differences share a cause, so some of them show it. */
const mostShrunk = 12;

/** Asks `runs` generated questions, then shrinks what differed. */
export async function explore(exploration: Exploration, oracle: Oracle, rules: DTypeRules): Promise<Findings> {
	const { subject, seed, runs, path } = exploration;
	const tally = { "accepted by both": 0, "refused by both": 0, different: 0, "not compared": 0 };
	const failing: string[] = path === undefined ? [] : [path];
	let run = 0;
	if (path === undefined) {
		const counting = fc.asyncProperty<[Question]>(subjects[subject], async (question) => {
			const { outcome } = await judge(question, oracle, rules);
			tally[outcome] += 1;
			if (outcome === "different") failing.push(String(run));
			run += 1;
		});
		await fc.assert(counting, { seed, numRuns: runs });
	}
	const shrunk = new Map<string, Difference & { readonly path: string }>();
	for (const path of failing.slice(0, mostShrunk)) {
		const found = await shrink({ ...exploration, path }, oracle, rules);
		if (found !== undefined) shrunk.set(JSON.stringify(found.question), found);
	}
	return { tally, shrunk: [...shrunk.values()] };
}

async function shrink(
	{ subject, seed, path = "" }: Exploration,
	oracle: Oracle,
	rules: DTypeRules,
): Promise<(Difference & { readonly path: string }) | undefined> {
	const agreeing = fc.asyncProperty<[Question]>(
		subjects[subject],
		async (question) => (await judge(question, oracle, rules)).outcome !== "different",
	);
	const { counterexample, counterexamplePath } = await fc.check<[Question]>(agreeing, {
		seed,
		path,
		numRuns: 1,
	});
	if (counterexample === null || counterexamplePath === null) return undefined;
	const { difference } = await judge(counterexample[0], oracle, rules);
	return difference && { ...difference, path: counterexamplePath };
}
