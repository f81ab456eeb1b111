import { appendFileSync, rmSync } from "node:fs";
import type { Command } from "commander";
import type { Outcome } from "../gate/gate.js";
import { formatAnnotations } from "../report/github.js";
import { formatJunit } from "../report/junit.js";
import { formatMarkdown } from "../report/markdown.js";
import { formatReport, type Report } from "../report/report.js";
import { formatSummary } from "../report/summary.js";
import { writeWhole } from "../report/write-file.js";

/** What commander makes of the options that say where a report goes, beside the terminal. */
export interface OutputFlags {
	readonly report?: string;
	readonly junit?: string;
	readonly markdown?: string;
	readonly verbose: boolean;
	readonly quiet: boolean;
}

export function addOutputOptions(command: Command): Command {
	return command
		.option("--report <file>", "write the sealed report there")
		.option("--junit <file>", "write JUnit XML there")
		.option("--markdown <file>", "write a summary in Markdown there")
		.option("--verbose", "show every row of the matrix and every id", false)
		.option("--quiet", "print only the line of counts", false);
}

export interface PublishOptions extends OutputFlags {
	/** What is judged, as a command line names it. */
	readonly subject: string;
}

/** What is worth keeping of a run and differs between equal runs: it lies beside the report, never in it. */
export interface Sidecar {
	readonly started: string;
	readonly milliseconds: number;
	/** How often the adapter was started again. */
	readonly restarts: number;
	/** What the adapter printed beside its answers, by result, where that was not nothing. */
	readonly noise: Readonly<Record<string, string>>;
}

/** Writes `FILE.aside.json` beside the report `FILE`. */
export function writeSidecar(report: string, sidecar: Sidecar): void {
	writeWhole(sidecarOf(report), `${JSON.stringify(sidecar, undefined, "\t")}\n`);
}

function sidecarOf(report: string): string {
	return `${report}.aside.json`;
}

/** Removes what an earlier run left, so that a run that does not live to its end leaves nothing that could be taken for its own. */
export function removeOutputs({ report, junit, markdown }: OutputFlags): void {
	const beside = report === undefined ? undefined : sidecarOf(report);
	for (const file of [report, beside, junit, markdown]) if (file !== undefined) rmSync(file, { force: true });
}

/** Prints a run and writes its files. In a GitHub workflow also annotations, and a summary of the job. */
export function publish(report: Report, outcome: Outcome, options: PublishOptions): void {
	if (options.report !== undefined) writeWhole(options.report, formatReport(report));
	if (options.junit !== undefined) writeWhole(options.junit, formatJunit(report, outcome));
	if (options.markdown !== undefined) writeWhole(options.markdown, formatMarkdown(report, outcome, options.subject));
	const summary = formatSummary(report, outcome, options);
	process.stdout.write(options.quiet ? lastLine(summary) : summary);
	if (process.env["GITHUB_ACTIONS"] === "true") publishOnGithub(report, outcome, options.subject);
}

function publishOnGithub(report: Report, outcome: Outcome, subject: string): void {
	process.stdout.write(formatAnnotations(outcome));
	const summary = process.env["GITHUB_STEP_SUMMARY"];
	if (summary !== undefined && summary !== "") appendFileSync(summary, formatMarkdown(report, outcome, subject));
}

function lastLine(text: string): string {
	return text.slice(text.lastIndexOf("\n", text.length - 2) + 1);
}
