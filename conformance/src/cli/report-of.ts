import { packageVersion } from "../package-root.js";
import type { Report, ReportHeader, ReportResult } from "../report/report.js";
import type { Run } from "../run/run.js";
import type { Selection } from "../run/selection.js";
import type { Suite } from "../suite/load.js";
import type { Launcher } from "../transport/transport.js";

/** What a run found, as a report has it. */
export function reportOf(suite: Suite, run: Run, launcher: Launcher, selection: Selection): Report {
	const header = reportHeader(suite, run, launcher, selection);
	const results = { [Symbol.iterator]: () => reportResults(run) };
	return run.cutShort === undefined ? { header, results } : { header, results, cutShort: run.cutShort };
}

function* reportResults({ results }: Run): Generator<ReportResult> {
	for (const { question, verdict } of results) yield { id: question.id, tier: question.case.tier, ...verdict };
}

/** Everything that the results of a run depend on. */
function reportHeader(suite: Suite, run: Run, { transport }: Launcher, selection: Selection): ReportHeader {
	return {
		report: 1,
		suite: { version: suite.version, digest: suite.digest },
		runner: { name: "npconform", version: packageVersion },
		implementation: run.hello,
		environment: {
			node: process.versions.node,
			os: process.platform,
			arch: process.arch,
			transport,
			oracle: run.oracleHello?.impl ?? null,
		},
		selection: { ...selection },
		seed: 0,
	};
}
