import { parseCellName } from "./cell-name.js";
import { countLevels } from "./boundaries.js";
import { groupDifferences } from "./format-diff.js";
import type { Exchange, ReleaseCheck } from "./release-check.js";

/** Whether a release does something that nobody has looked at yet. */
export function isNews({ boundaries, oursReadsIt, itReadsOurs }: ReleaseCheck): boolean {
	const wrong = [oursReadsIt, itReadsOurs].some((exchange) => exchange !== undefined && exchange.wrong.length > 0);
	return wrong || boundaries.some(({ cause }) => cause === undefined);
}

/** What was compared with what, in sentences without their full stops. */
export function wordsOf({ cell, baseline }: ReleaseCheck): readonly string[] {
	if (cell === baseline) return [`${cell} made again, and compared with what the store has of it`];
	const [was, is] = [parseCellName(baseline), parseCellName(cell)];
	const compared = `${cell}, compared with ${baseline}`;
	return was.python === is.python
		? [compared]
		: [
				compared,
				`No cell of an earlier NumPy has Python ${is.python}: what is new may be Python's doing since ${was.python}`,
			];
}

/** A release check for the terminal. */
export function formatReleaseCheck(check: ReleaseCheck): string {
	const lines = check.boundaries.flatMap((boundary) => {
		const { family, axis, releases, differences, cause } = boundary;
		return [
			`${cause === undefined ? "new" : "known"}: ${family}, ${axis} ${releases}, ${countLevels(differences)}${cause === undefined ? "" : `: ${cause}`}`,
			...groupDifferences(differences).flatMap(({ level, what, keys }) => [
				`  ${level} × ${keys.length}: ${what}`,
				...keys.slice(0, 3).map((key) => `      ${key}`),
			]),
		];
	});
	return [
		...wordsOf(check),
		...(lines.length === 0 ? [`writes all ${check.compared} recipes alike`] : lines),
		formatExchange("our codecs read it", check.oursReadsIt),
		formatExchange("it reads our codecs", check.itReadsOurs),
		isNews(check) ? "this is news" : "nothing new",
		"",
	].join("\n");
}

/** How much went right, in words. */
export function describeExchange(exchange: Exchange): string {
	if (exchange === undefined) return "not asked, the codecs are not here";
	return `${exchange.right} of ${exchange.right + exchange.wrong.length}`;
}

function formatExchange(title: string, exchange: Exchange): string {
	const examples = (exchange?.wrong ?? []).slice(0, 5).map((key) => `\n      ${key}`);
	return `${title}: ${describeExchange(exchange)}${examples.join("")}`;
}
