import { canonicalJson, member, parseJson, type JsonObject } from "../protocol/json.js";
import { InvalidReportError, type SealedReport } from "./read.js";
import type { Report, ReportHeader } from "./report.js";

/**
 * Puts the reports of all shards of a run together: what comes out is the report of the whole run, byte for byte.
 *
 * @throws {InvalidReportError} if they are not the shards of one run, or one is missing.
 */
export function mergeReports(shards: readonly SealedReport[]): Report {
	const [first] = shards;
	if (first === undefined) throw new InvalidReportError("there is nothing to merge");
	const header = withoutShard(first.header);
	for (const shard of shards) {
		if (canonical(withoutShard(shard.header)) !== canonical(header)) {
			throw new InvalidReportError("the reports are not of one run: their headers differ");
		}
	}
	checkShards(shards.map(shardOf));
	const results = shards.flatMap((shard) => shard.results).toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	const repeated = results.find(({ id }, index) => results[index - 1]?.id === id);
	if (repeated !== undefined) throw new InvalidReportError(`${repeated.id} is in two of the reports`);
	const cutShort = shards.find((shard) => shard.cutShort !== undefined)?.cutShort;
	return { header, results, ...(cutShort === undefined ? {} : { cutShort }) };
}

function withoutShard(header: ReportHeader): ReportHeader {
	const entries = Object.entries(header.selection).filter(([key]) => key !== "shard");
	return { ...header, selection: Object.fromEntries(entries) satisfies JsonObject };
}

function canonical(header: ReportHeader): string {
	return canonicalJson(parseJson(JSON.stringify(header)));
}

function shardOf({ header }: Report): string {
	const shard = member(header.selection, "shard");
	return typeof shard === "string" ? shard : "";
}

/** Each of 1/n … n/n has to be there once. */
function checkShards(names: readonly string[]): void {
	const count = Number(names[0]?.split("/")[1]);
	if (!Number.isSafeInteger(count)) throw new InvalidReportError("a report is of no shard");
	const missing = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`).filter(
		(name) => !names.includes(name),
	);
	if (missing.length > 0) throw new InvalidReportError(`missing: shard ${missing.join(", ")}`);
	if (names.length > count) throw new InvalidReportError(`there are ${names.length} reports of ${count} shards`);
}
