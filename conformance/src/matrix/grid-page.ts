import type { Absent } from "./environments.js";
import { describeSome, percent, shortName } from "./format-grid.js";
import { ours, type Grid, type Place, type Score, type Scores } from "./grid.js";
import { escapeHtml, formatAbsent, formatPage, formatTable } from "./page.js";

/** Who reads whom, as a page: a grid of all formats and one of each, what is not read and why, our codecs in place of each cell. */
export function formatGridPage(grid: Grid, absent: readonly Absent[]): string {
	const { writers, readers, scores, families, refusals, places, otherwise } = grid;
	const grids: readonly (readonly [string, Scores])[] = [["all formats", scores], ...families];
	const tabs = grids.map(
		([title], index) =>
			`<input type="radio" name="format" id="format-${index}"${index === 0 ? " checked" : ""}><label for="format-${index}">${escapeHtml(title)}</label>`,
	);
	const sections = grids.map(([, part]) => `<section>${formatScores(part, writers, readers)}</section>`);
	return formatPage(
		"Who reads whom",
		`${writers.length} writers, ${readers.length} readers. Columns write, rows read. A number is how many percent of a writer's bytes the reader reads as the writer does itself; an empty field is all of them, – is not claimed. Point at a field for the counts. ${ours} writes in place of the newest release.`,
		[
			...formatAbsent(absent),
			`<div class="tabs">${tabs.join("")}`,
			...sections,
			"</div>",
			"<h2>What is not read, and what the reader says</h2>",
			formatTable(
				["format", "times", "the reader says", "written by", "read by", "such as"],
				refusals.map(({ family, count, cause, key, writers: by, readers: to }) => [
					escapeHtml(family),
					String(count),
					`<code>${escapeHtml(cause.slice(0, 200))}</code>`,
					escapeHtml(describeSome(by, writers)),
					escapeHtml(describeSome(to, readers)),
					`<code>${escapeHtml(key)}</code>`,
				]),
			),
			`<h2>${ours} beside each release, and in its place</h2>`,
			"<p>How much it reads as the release does (+ what it reads, or refuses, as the newest release does, and this one otherwise), and how much of what it writes in its place is the same byte for byte.</p>",
			formatPlaces(places, writers),
			...(otherwise.size === 0 ? [] : [`<h2>What it writes otherwise than these</h2>`, formatOtherwise(grid)]),
		],
	);
}

function formatScores(scores: Scores, writers: readonly string[], readers: readonly string[]): string {
	const columns = writers.filter((writer) => scores.has(writer));
	const head = columns.map((writer) => `<th scope="col"><span>${escapeHtml(shortName(writer))}</span></th>`).join("");
	const rows = readers.map((reader) => {
		const cells = columns.map((writer) => formatField(writer, reader, scores.get(writer)?.get(reader)));
		return `<tr><th scope="row">${escapeHtml(shortName(reader))}</th>${cells.join("")}</tr>`;
	});
	return `<div class="scroll" tabindex="0"><table class="grid"><thead><tr><th>rows read what columns wrote</th>${head}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table></div>`;
}

function formatField(writer: string, reader: string, score: Score | undefined): string {
	if (score === undefined) return '<td class="none">–</td>';
	const part = percent(score);
	const title = `${shortName(reader)} reads ${score.right} of ${score.all} from ${shortName(writer)}`;
	return `<td title="${escapeHtml(title)}" style="--percent:${part}">${part === 100 ? "" : part}</td>`;
}

function formatPlaces(places: Grid["places"], writers: readonly string[]): string {
	return formatTable(
		["release", ...[...places.keys()].flatMap((family) => [`${escapeHtml(family)} read`, "written"])],
		writers
			.filter((writer) => writer !== ours)
			.map((cell) => [
				escapeHtml(shortName(cell)),
				...[...places.values()].flatMap((byCell) => formatPlace(byCell.get(cell))),
			]),
	);
}

function formatPlace(place: Place | undefined): readonly string[] {
	if (place === undefined) return ["–", "–"];
	const { read, readAsNewest, written, same, loaded } = place;
	const isAll = read.right + readAsNewest.right === read.all;
	const readWords = isAll && readAsNewest.right > 0 ? `${read.right} + ${readAsNewest.right}` : partOf(read);
	const whole = `of ${written.all} it writes ${written.right}; the release loads ${loaded.right}`;
	return [readWords, same.all === 0 ? "–" : `<span title="${escapeHtml(whole)}">${partOf(same)}</span>`];
}

function partOf({ right, all }: Score): string {
	return right === all ? String(all) : `<span class="bad">${right} of ${all}</span>`;
}

function formatOtherwise({ otherwise, writers }: Grid): string {
	const rows = [...otherwise].map(([key, cells]) => [
		`<code>${escapeHtml(key)}</code>`,
		escapeHtml(describeSome(cells, writers)),
	]);
	return formatTable(["recipe", "in place of"], rows, "wide");
}
