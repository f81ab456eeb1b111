import type { Outcome } from "../gate/gate.js";
import { explainLine } from "./explain-line.js";
import { groupByCause } from "./groups.js";
import { cellTexts, matrixOf } from "./matrix.js";
import type { Report } from "./report.js";
import { formatCounts } from "./summary.js";

/** A run in Markdown, for a job's summary or a comment. */
export function formatMarkdown(report: Report, outcome: Outcome, subject: string): string {
	const { suite } = report.header;
	return [
		`### npconform ${suite.version}`,
		"",
		inline(formatCounts(report, outcome)),
		...(report.cutShort === undefined ? [] : ["", `**Incomplete:** ${inline(report.cutShort)}`]),
		...outcome.problems.map((problem) => `\n**Baseline:** ${inline(problem)}`),
		"",
		...formatTable(outcome),
		...formatFailures(outcome, subject),
		"",
	].join("\n");
}

function formatTable(outcome: Outcome): readonly string[] {
	const matrix = matrixOf(outcome);
	const row = (cells: readonly string[]): string => `| ${cells.map(inline).join(" | ")} |`;
	const rule = `|---|${matrix.operations.map(() => "--:|").join("")}`;
	return [row(["", ...matrix.operations]), rule, ...cellTexts(matrix).map(row), ""];
}

function formatFailures({ failures }: Outcome, subject: string): readonly string[] {
	return groupByCause(failures).flatMap(({ class: name, why, ids }) => [
		`<details><summary><b>${name} × ${ids.length}</b> ${escapeHtml(why)}</summary>`,
		"",
		"```",
		...ids.slice(0, 20),
		...(ids.length > 20 ? [`and ${ids.length - 20} more`] : []),
		explainLine(ids[0] ?? "", subject),
		"```",
		"",
		"</details>",
		"",
	]);
}

/** Text that stays what it is between the bars of a table. */
function inline(text: string): string {
	return escapeHtml(text)
		.replace(/[|*_`\\]/g, "\\$&")
		.replace(/\s+/g, " ");
}

function escapeHtml(text: string): string {
	return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\s+/g, " ");
}
