import type { Outcome } from "../gate/gate.js";
import { groupByCause } from "./groups.js";

/** GitHub shows ten annotations of a step and drops the rest. */
const annotationsShown = 10;

/** Workflow commands that show the failures of a run as annotations: one for each cause, the largest first. */
export function formatAnnotations({ failures, problems }: Outcome): string {
	const causes = groupByCause(failures).map(({ class: name, why, ids }) => ({
		title: `${name} × ${ids.length}`,
		text: [why, ...ids.slice(0, 5)].join("\n"),
	}));
	const faults = problems.map((problem) => ({ title: "npconform baseline", text: problem }));
	return [...causes, ...faults]
		.slice(0, annotationsShown)
		.map(({ title, text }) => `::error title=${escapeProperty(title)}::${escapeData(text)}\n`)
		.join("");
}

function escapeData(text: string): string {
	return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
	return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
