import { createHash } from "node:crypto";
import type { VerdictClass } from "../judge/verdict.js";
import type { JsonObject } from "../protocol/json.js";
import type { HelloAnswer } from "../protocol/messages.js";
import type { Result } from "../run/result.js";
import type { Tier } from "../suite/case.js";

/** First line of a report: everything that the results depend on, and no time. */
export interface ReportHeader {
	/** Version of the report's form. */
	readonly report: 1;
	readonly suite: { readonly version: string; readonly digest: string };
	readonly runner: { readonly name: "npconform"; readonly version: string };
	/** The implementation's hello. */
	readonly implementation: HelloAnswer;
	readonly environment: Environment;
	readonly selection: JsonObject;
	readonly seed: number;
}

export interface Environment {
	readonly node: string;
	readonly os: string;
	readonly arch: string;
	readonly transport: string;
	/** Who loaded what the implementation wrote; null if nobody. */
	readonly oracle: HelloAnswer["impl"] | null;
}

/** One line for each question, sorted by id. */
export interface ReportResult {
	readonly id: string;
	readonly tier: Tier;
	readonly class: VerdictClass;
	readonly why?: string;
}

/** Last line: without it, or with a wrong one, a report is none. */
export interface ReportFooter {
	readonly end: {
		readonly results: number;
		readonly counts: { readonly [verdict in VerdictClass]?: number };
		/** Why the run is incomplete; null if it is not. */
		readonly cutShort: string | null;
		/** SHA-256 over all bytes before this line. */
		readonly digest: string;
	};
}

/** A report as text: NDJSON. Equal runs give equal text. */
export function formatReport(header: ReportHeader, results: readonly Result[], cutShort: string | undefined): string {
	const lines = [header, ...results.map(resultLine)].map((line) => `${JSON.stringify(line)}\n`).join("");
	const footer: ReportFooter = {
		end: {
			results: results.length,
			counts: countClasses(results.map(({ verdict }) => verdict.class)),
			cutShort: cutShort ?? null,
			digest: sealOf(lines),
		},
	};
	return `${lines}${JSON.stringify(footer)}\n`;
}

/** What the footer's digest has to be. */
export function sealOf(lines: string): string {
	return `sha256:${createHash("sha256").update(lines).digest("hex")}`;
}

/** How often each class occurs, in the order of its first occurrence by name. */
export function countClasses(classes: readonly VerdictClass[]): { readonly [verdict in VerdictClass]?: number } {
	const counts = new Map<VerdictClass, number>();
	for (const verdict of classes.toSorted()) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
	return Object.fromEntries(counts);
}

function resultLine({ question, verdict }: Result): ReportResult {
	const line = { id: question.id, tier: question.case.tier, class: verdict.class };
	return verdict.why === undefined ? line : { ...line, why: verdict.why };
}
