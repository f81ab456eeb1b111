import { exitCode, type ExitCode } from "../cli/exit-code.js";
import type { Report, ReportResult } from "../report/report.js";
import { Tally } from "../report/tally.js";
import { failsRun } from "../run/result.js";
import { checkBaseline, type BaselineEntry } from "./baseline.js";

export interface GateOptions {
	/** Recommended results count like required ones. */
	readonly strict: boolean;
	/** The results are those of a profile: it leaves nothing out, so what is declared as impossible fails. */
	readonly profile: boolean;
	readonly baseline?: readonly BaselineEntry[];
	/** Ids of every result that the suite could ask for. Needed with a baseline. */
	readonly known?: readonly string[];
}

/** Results by what they mean for the run. Each is in exactly one of the lists. */
export interface Outcome {
	/** Counted only: of a right answer there is nothing more to say. */
	readonly passed: Tally;
	/** What fails the run. */
	readonly failures: readonly ReportResult[];
	/** Failures that the baseline excuses. */
	readonly expected: readonly ReportResult[];
	/** What is recommended and not met. */
	readonly advice: readonly ReportResult[];
	/** Not judged: never counted as passed. */
	readonly open: readonly ReportResult[];
	/** What is wrong with the baseline: one sentence each, and each fails the run. */
	readonly problems: readonly string[];
}

/** Decides what the results of a run mean. */
export function judgeRun({ results }: Report, options: GateOptions): Outcome {
	const fails = (result: ReportResult): boolean => failsHere(result, options);
	const { excused, problems } =
		options.baseline === undefined
			? { excused: new Set<string>(), problems: [] }
			: checkBaseline(options.baseline, [...results], options.known ?? [], fails);
	const passed = new Tally();
	const failures: ReportResult[] = [];
	const expected: ReportResult[] = [];
	const advice: ReportResult[] = [];
	const open: ReportResult[] = [];
	for (const result of results) {
		if (result.class === "pass") passed.add(result);
		else if (excused.has(result.id)) expected.push(result);
		else if (fails(result)) failures.push(result);
		else if (failsRun(result, true)) advice.push(result);
		else open.push(result);
	}
	return { passed, failures, expected, advice, open, problems };
}

/** A run that was cut short, or a profile that could not be judged to its end, is never a success. */
export function exitCodeOf(
	{ cutShort }: Report,
	{ failures, problems, open }: Outcome,
	{ profile }: GateOptions,
): ExitCode {
	if (cutShort !== undefined) return exitCode.infrastructure;
	if (failures.length + problems.length > 0) return exitCode.conformance;
	return profile && open.length > 0 ? exitCode.infrastructure : exitCode.ok;
}

function failsHere(result: ReportResult, { strict, profile }: GateOptions): boolean {
	if (profile && result.class === "unsupported-declared") return strict || result.tier === "required";
	return failsRun(result, strict);
}
