import { isJsonObject, member, parseJson, type JsonObject, type JsonValue } from "../protocol/json.js";
import { isInShard, parseShard, type Shard } from "../run/shard.js";
import { InvalidReportError, type SealedReport } from "./read.js";
import type { Report, ReportHeader } from "./report.js";

/** The header that the whole run would have, of which these are the shards. @throws {InvalidReportError} if it is not one run. */
export function mergeHeaders(shards: readonly SealedReport[]): ReportHeader {
	const [first] = shards;
	if (first === undefined) throw new InvalidReportError("there is nothing to merge");
	const header = withoutShard(first.header);
	for (const shard of shards) {
		const difference = firstDifference(asJson(header), asJson(withoutShard(shard.header)), "");
		if (difference === undefined) continue;
		const names = `${shardName(first)} and ${shardName(shard)}`;
		throw new InvalidReportError(`shards ${names} are not of one run: they differ in ${difference}`);
	}
	return header;
}

/**
 * Puts the reports of all shards of a run together: what comes out is the report of the whole run, byte for byte.
 *
 * @param selected - The id of every result that the whole run asks for, sorted.
 * @throws {InvalidReportError} if a shard is missing or given twice, or has not exactly the results that belong to it.
 */
export function mergeReports(shards: readonly SealedReport[], selected: readonly string[]): Report {
	const header = mergeHeaders(shards);
	for (const { report, shard } of inOrder(shards)) checkResults(report, shard, selected);
	const results = shards.flatMap((shard) => shard.results).toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	const cutShort = shards.find((shard) => shard.cutShort !== undefined)?.cutShort;
	return { header, results, ...(cutShort === undefined ? {} : { cutShort }) };
}

/** Each of 1/n … n/n, which have to be there once. */
function inOrder(
	reports: readonly SealedReport[],
): readonly { readonly report: SealedReport; readonly shard: Shard }[] {
	const found = reports.map((report) => {
		const shard = parseShard(shardName(report));
		if (shard === undefined) throw new InvalidReportError("a report is of no shard, but of a whole run");
		return { report, shard };
	});
	const count = found[0]?.shard.count ?? 0;
	const other = found.find(({ shard }) => shard.count !== count);
	if (other !== undefined) throw new InvalidReportError(`${shardName(other.report)} is no shard of ${count}`);
	const numbers = Array.from({ length: count }, (_, index) => index + 1);
	const given = (number: number): number => found.filter(({ shard }) => shard.number === number).length;
	const list = (wrong: readonly number[]): string => wrong.map((number) => `${number}/${count}`).join(", ");
	const [missing, repeated] = [numbers.filter((n) => given(n) === 0), numbers.filter((n) => given(n) > 1)];
	if (repeated.length > 0) throw new InvalidReportError(`given more than once: shard ${list(repeated)}`);
	if (missing.length > 0) throw new InvalidReportError(`missing: shard ${list(missing)}`);
	return found;
}

/** Together with the other shards nothing is then missing, and nothing is there twice. */
function checkResults({ results }: SealedReport, shard: Shard, selected: readonly string[]): void {
	const name = `shard ${shard.number}/${shard.count}`;
	const wanted = new Set(selected.filter((id) => isInShard(id, shard)));
	const foreign = results.find(({ id }) => !wanted.delete(id));
	if (foreign !== undefined) throw new InvalidReportError(`${name}: ${foreign.id} does not belong to it`);
	const [missing] = wanted;
	if (missing !== undefined) {
		throw new InvalidReportError(`${name}: ${wanted.size} results are missing, the first is ${missing}`);
	}
}

function withoutShard(header: ReportHeader): ReportHeader {
	const entries = Object.entries(header.selection).filter(([key]) => key !== "shard");
	return { ...header, selection: Object.fromEntries(entries) satisfies JsonObject };
}

/** Empty where the report is of no shard. */
function shardName({ header }: Report): string {
	const shard = member(header.selection, "shard");
	return typeof shard === "string" ? shard : "";
}

function asJson(header: ReportHeader): JsonValue {
	return parseJson(JSON.stringify(header));
}

/** Where two values first differ, with both of them; undefined if they do not. */
function firstDifference(left: JsonValue | undefined, right: JsonValue | undefined, path: string): string | undefined {
	if (isJsonObject(left) && isJsonObject(right)) {
		for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
			const place = path === "" ? key : `${path}.${key}`;
			const difference = firstDifference(member(left, key), member(right, key), place);
			if (difference !== undefined) return difference;
		}
		return undefined;
	}
	const [one, other] = [JSON.stringify(left) ?? "nothing", JSON.stringify(right) ?? "nothing"];
	return one === other ? undefined : `${path}: ${one} and ${other}`;
}
