import { verdictClasses } from "../judge/verdict.js";
import { readCount, readObject, readOptionalString, readString, readWord } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { canonicalJson, member, parseJson, type JsonObject } from "../protocol/json.js";
import { countClasses, sealOf, type ReportResult } from "./report.js";

/** Thrown for a file that is no report, or no whole one. */
export class InvalidReportError extends Error {
	override get name(): "InvalidReportError" {
		return "InvalidReportError";
	}
}

/** A report that has been verified. */
export interface Report {
	readonly header: JsonObject;
	readonly results: readonly ReportResult[];
	readonly cutShort: string | undefined;
	readonly digest: string;
}

/** Reads a report and checks that it is whole: its footer, its seal, its counts and the order of its lines. @throws {InvalidReportError} */
export function readReport(text: string): Report {
	try {
		return parseReport(text);
	} catch (cause) {
		if (!(cause instanceof FormError) && !(cause instanceof SyntaxError)) throw cause;
		throw new InvalidReportError(`the report is not valid: ${cause.message}`, { cause });
	}
}

function parseReport(text: string): Report {
	const end = text.lastIndexOf("\n", text.length - 2) + 1;
	if (!text.endsWith("\n") || end === 0) throw new FormError("", "it has no footer");
	const sealed = text.slice(0, end);
	const footer = readObject(member(readObject(parseJson(text.slice(end)), "footer"), "end"), "footer.end");
	const digest = readString(footer, "digest", "footer.end");
	if (digest !== sealOf(sealed)) throw new FormError("footer.end.digest", "it does not seal the lines before it");
	const [first = "", ...lines] = sealed.slice(0, -1).split("\n");
	const header = readObject(parseJson(first), "header");
	if (member(header, "report") !== 1) throw new FormError("header.report", "only version 1 is known");
	const results = lines.map((line, index) => parseResult(readObject(parseJson(line), `line ${index + 2}`), index + 2));
	checkOrder(results);
	if (readCount(footer, "results", "footer.end") !== results.length)
		throw new FormError("footer.end.results", "a line is missing");
	const counts = canonicalJson({ ...countClasses(results.map((result) => result.class)) });
	if (canonicalJson(member(footer, "counts") ?? null) !== counts)
		throw new FormError("footer.end.counts", `the lines give ${counts}`);
	const cutShort =
		member(footer, "cutShort") === null ? undefined : readOptionalString(footer, "cutShort", "footer.end");
	return { header, results, cutShort, digest };
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
		if (before !== undefined && before.id >= id)
			throw new FormError(`line ${index + 2}`, `${id} stands behind ${before.id}`);
	}
}
