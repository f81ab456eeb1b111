import { countLevels } from "./boundaries.js";
import { groupDifferences } from "./format-diff.js";
import type { Exchange, ReleaseCheck } from "./release-check.js";

/** Whether a release does something that nobody has looked at yet. */
export function isNews({ boundaries, oursReadsIt, itReadsOurs }: ReleaseCheck): boolean {
	const wrong = [oursReadsIt, itReadsOurs].some((exchange) => exchange !== undefined && exchange.wrong.length > 0);
	return wrong || boundaries.some(({ known }) => !known);
}

/** A release check for the terminal. */
export function formatReleaseCheck(check: ReleaseCheck): string {
	const lines = check.boundaries.flatMap((boundary) => {
		const { family, axis, releases, differences } = boundary;
		const state = boundary.known ? "known" : "new";
		return [
			`${state}: ${family}, ${axis} ${releases}, ${countLevels(differences)}`,
			...groupDifferences(differences).flatMap(({ level, what, keys }) => [
				`  ${level} × ${keys.length}: ${what}`,
				...keys.slice(0, 3).map((key) => `      ${key}`),
			]),
		];
	});
	return [
		`${check.cell}, compared with ${check.baseline}`,
		...(lines.length === 0 ? ["writes every recipe alike"] : lines),
		formatExchange("our codecs read it", check.oursReadsIt),
		formatExchange("it reads our codecs", check.itReadsOurs),
		isNews(check) ? "this is news" : "nothing new",
		"",
	].join("\n");
}

function formatExchange(title: string, exchange: Exchange): string {
	if (exchange === undefined) return `${title}: not asked, the codecs are not here`;
	const { right, wrong } = exchange;
	const examples = wrong.slice(0, 5).map((key) => `\n      ${key}`);
	return `${title}: ${right} of ${right + wrong.length}${examples.join("")}`;
}
