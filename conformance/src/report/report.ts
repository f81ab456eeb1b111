import { createHash } from "node:crypto";
import type { VerdictClass } from "../judge/verdict.js";
import type { JsonObject } from "../protocol/json.js";
import type { HelloAnswer, Implementation } from "../protocol/messages.js";
import type { Tier } from "../suite/case.js";

/** What a run found. Everything that is printed about a run is made from it. */
export interface Report {
	readonly header: ReportHeader;
	/** Sorted by id. They may be made anew each time they are gone through. */
	readonly results: Iterable<ReportResult>;
	/** Why the run is incomplete; absent if it is not. */
	readonly cutShort?: string;
}

/** First line of a report: everything that the results depend on, and no time. */
export interface ReportHeader {
	/** Version of the report's form. */
	readonly report: 1;
	readonly suite: { readonly version: string; readonly digest: string };
	readonly runner: { readonly name: string; readonly version: string };
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
	readonly oracle: Implementation | null;
}

/** One line for each question. */
export interface ReportResult {
	readonly id: string;
	readonly tier: Tier;
	readonly class: VerdictClass;
	readonly why?: string;
}

/** How often each class occurs. One that does not is absent. */
export type ClassCounts = { readonly [verdict in VerdictClass]?: number };

/** Last line: without it, or with a wrong one, a report is none. */
export interface ReportFooter {
	readonly end: {
		readonly results: number;
		readonly counts: ClassCounts;
		/** Why the run is incomplete; null if it is not. */
		readonly cutShort: string | null;
		/** SHA-256 over all bytes before this line. */
		readonly digest: string;
	};
}

/** A report as text, line by line: NDJSON. Equal runs give equal text. */
export function* formatReport({ header, results, cutShort }: Report): Generator<string> {
	const seal = createHash("sha256");
	const classes = new Map<VerdictClass, number>();
	let count = 0;
	const sealed = (line: object): string => {
		const text = `${JSON.stringify(line)}\n`;
		seal.update(text);
		return text;
	};
	yield sealed(header);
	for (const result of results) {
		yield sealed(result);
		classes.set(result.class, (classes.get(result.class) ?? 0) + 1);
		count++;
	}
	const footer: ReportFooter = {
		end: {
			results: count,
			counts: sortByName(classes),
			cutShort: cutShort ?? null,
			digest: `sha256:${seal.digest("hex")}`,
		},
	};
	yield `${JSON.stringify(footer)}\n`;
}

/** How often each class occurs, sorted by name. */
export function countClasses(classes: readonly VerdictClass[]): ClassCounts {
	const counts = new Map<VerdictClass, number>();
	for (const verdict of classes) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
	return sortByName(counts);
}

function sortByName(counts: ReadonlyMap<VerdictClass, number>): ClassCounts {
	return Object.fromEntries([...counts].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** The parts of a result's id. */
export function partsOf({ id }: Pick<ReportResult, "id">): {
	readonly caseId: string;
	readonly operation: string;
	/** The first two segments: format and area. */
	readonly area: string;
} {
	const at = id.lastIndexOf("#");
	const caseId = id.slice(0, at);
	return { caseId, operation: id.slice(at + 1), area: caseId.split("/").slice(0, 2).join("/") };
}
