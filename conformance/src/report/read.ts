import { verdictClasses } from "../judge/verdict.js";
import { readCount, readObject, readOptionalString, readString, readWord } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { canonicalJson, member, parseJson, type JsonObject } from "../protocol/json.js";
import { parseHello, parseImplementation } from "../protocol/parse-hello.js";
import { digestOf } from "../suite/digest.js";
import { countClasses, type Environment, type Report, type ReportHeader, type ReportResult } from "./report.js";

/** Thrown for a file that is no report, or no whole one. */
export class InvalidReportError extends Error {
	override get name(): "InvalidReportError" {
		return "InvalidReportError";
	}
}

/** A report that has been verified, with the digest that seals it. */
export interface SealedReport extends Report {
	readonly results: readonly ReportResult[];
	readonly digest: string;
}

/**
 * Reads a report and checks that it is whole: its footer, its seal, its counts and the order of its lines.
 *
 * @throws {InvalidReportError}
 */
export function readReport(text: string): SealedReport {
	try {
		return parseReport(text);
	} catch (cause) {
		if (!(cause instanceof FormError) && !(cause instanceof SyntaxError)) throw cause;
		throw new InvalidReportError(`the report is not valid: ${cause.message}`, { cause });
	}
}

function parseReport(text: string): SealedReport {
	const end = text.lastIndexOf("\n", text.length - 2) + 1;
	if (!text.endsWith("\n") || end === 0) throw new FormError("", "it has no footer");
	const sealed = text.slice(0, end);
	const footer = readObject(member(readObject(parseJson(text.slice(end)), "footer"), "end"), "footer.end");
	const digest = readString(footer, "digest", "footer.end");
	if (digest !== digestOf(sealed)) throw new FormError("footer.end.digest", "it does not seal the lines before it");
	const [first = "", ...lines] = sealed.slice(0, -1).split("\n");
	const header = parseHeader(readObject(parseJson(first), "header"));
	const results = lines.map((line, index) => parseResult(readObject(parseJson(line), `line ${index + 2}`), index + 2));
	checkOrder(results);
	checkCounts(results, footer);
	if (member(footer, "cutShort") === null) return { header, results, digest };
	return { header, results, digest, cutShort: readString(footer, "cutShort", "footer.end") };
}

function parseHeader(object: JsonObject): ReportHeader {
	if (member(object, "report") !== 1) throw new FormError("header.report", "only version 1 is known");
	const named = (key: "suite" | "runner"): JsonObject => readObject(member(object, key), `header.${key}`);
	const [suite, runner] = [named("suite"), named("runner")];
	return {
		report: 1,
		suite: {
			version: readString(suite, "version", "header.suite"),
			digest: readString(suite, "digest", "header.suite"),
		},
		runner: {
			name: readString(runner, "name", "header.runner"),
			version: readString(runner, "version", "header.runner"),
		},
		implementation: parseHello(readObject(member(object, "implementation"), "header.implementation")),
		environment: parseEnvironment(readObject(member(object, "environment"), "header.environment")),
		selection: readObject(member(object, "selection"), "header.selection"),
		seed: readCount(object, "seed", "header"),
	};
}

function parseEnvironment(object: JsonObject): Environment {
	const text = (key: string): string => readString(object, key, "header.environment");
	const oracle = member(object, "oracle") ?? null;
	return {
		node: text("node"),
		os: text("os"),
		arch: text("arch"),
		transport: text("transport"),
		oracle: oracle === null ? null : parseImplementation(readObject(oracle, "header.environment.oracle")),
	};
}

function parseResult(object: JsonObject, line: number): ReportResult {
	const path = `line ${line}`;
	const result = {
		id: readString(object, "id", path),
		tier: readWord(object, "tier", ["required", "recommended"], path),
		class: readWord(object, "class", verdictClasses, path),
	} as const;
	const why = readOptionalString(object, "why", path);
	return why === undefined ? result : { ...result, why };
}

function checkOrder(results: readonly ReportResult[]): void {
	for (const [index, { id }] of results.entries()) {
		const before = results[index - 1];
		if (before !== undefined && before.id >= id) {
			throw new FormError(`line ${index + 2}`, `${id} stands behind ${before.id}`);
		}
	}
}

function checkCounts(results: readonly ReportResult[], footer: JsonObject): void {
	if (readCount(footer, "results", "footer.end") !== results.length) {
		throw new FormError("footer.end.results", `there are ${results.length} lines`);
	}
	const counts = canonicalJson({ ...countClasses(results.map((result) => result.class)) });
	if (canonicalJson(member(footer, "counts") ?? null) !== counts) {
		throw new FormError("footer.end.counts", `the lines give ${counts}`);
	}
}
