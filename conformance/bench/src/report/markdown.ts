import { loadArea } from "../areas/index.js";
import { isMet, ratio, samplesOf } from "../results/ratio.js";
import type { Result, Results } from "../results/results.js";
import { spread } from "../results/spread.js";
import { ratioText, verdict } from "./line.js";
import { formatTime } from "./quantity.js";

/** The report as Markdown; `plot` is the path of the picture in it. */
export async function formatReport(results: Results, plot: string): Promise<string> {
	const areas = [...new Set(results.results.map(({ area }) => area))];
	const tables = await Promise.all(areas.map((area) => formatArea(area, results)));
	return `${[head(results), summary(results), `![Ratios to NumPy](${plot})`, legend, ...tables].join("\n\n")}\n`;
}

function head({ mode, began, seconds, load, machine }: Results): string {
	const { processor, cores, memory, system, hugePages, versions } = machine;
	const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
	return `# Benchmarks

Written by \`npm run bench\`; not edited by hand. How it is measured: [conformance/bench](conformance/bench/README.md).

${mode === "full" ? "A full run" : `Not a full run (${mode})`}, ${began.slice(0, 16).replace("T", " ")} UTC, ${Math.ceil(seconds / 60)} minutes, load average ${load.before} before and ${load.after} after.
${processor}, ${cores} cores, ${memory}, ${system}, huge pages: ${hugePages}. ${packages.join(", ")}.`;
}

/** How many targets are met, and each that is not. */
function summary({ results }: Results): string {
	const withTarget = results.filter(({ target }) => target !== undefined);
	const missed = withTarget.filter((result) => !isMet(result));
	const lines = missed.map(
		(result) => `- ${result.area}: ${result.benchmark}, ${result.size}: ${describeMiss(result)}`,
	);
	const count = `${withTarget.length - missed.length} of ${withTarget.length} targets are met.`;
	return missed.length === 0 ? count : `${count} Missed:\n\n${lines.join("\n")}`;
}

function describeMiss(result: Result): string {
	const { target, floor } = result;
	if (target === undefined) return "";
	const found = `${ratioText(result, target.of)} against ≤ ${target.atMost} ${target.of}`;
	const bound = ratio(result, "floor", target.of);
	return bound === undefined ? found : `${found}; the floor (${floor}) is at ${bound.median.toPrecision(2)}`;
}

const legend = `Times are medians of one call. A ratio is ours as a multiple of the other's time, taken within each round of samples: its median,
and the quartiles in brackets; below 1 we are faster. **np** is NumPy as shipped, **nh** NumPy with \`NUMPY_MADVISE_HUGEPAGE=0\`: where 32 MB
and more are newly allocated, page faults decide, and Node asks for no huge pages. The **floor** is a bare part of the work, without dtype, layout
or checks. **plain** is ours with its fast paths off; **huge pages** is ours under \`GLIBC_TUNABLES=glibc.malloc.hugetlb=1\`, with which Node
has huge pages where glibc is 2.35 or newer. Every subject gave the same result as NumPy, bit for bit, unless marked ≠.`;

async function formatArea(area: string, { results }: Results): Promise<string> {
	const { title } = await loadArea(area);
	const rows = results.filter((result) => result.area === area).map(cellsOf);
	return `## ${title}\n\n${[columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;
}

const columns = [
	"what",
	"size",
	"ours",
	"NumPy",
	"np",
	"ours / np",
	"ours / nh",
	"target",
	"floor",
	"peers (and ours / peer)",
];

function cellsOf(result: Result): readonly string[] {
	const peers = result.samples.filter(({ subject }) => !["ours", "np", "nh", "floor"].includes(subject));
	return [
		result.benchmark,
		result.size,
		timeOf(result, "ours"),
		`\`${result.python}\``,
		timeOf(result, "np"),
		ratioText(result, "np"),
		ratioText(result, "nh"),
		verdict(result),
		result.floor === undefined ? "" : `${result.floor} ${timeOf(result, "floor")}`,
		peers
			.map(
				(peer) =>
					`${peer.subject} ${timeOf(result, peer.subject)} (${ratioText(result, peer.subject)})${peer.isSame ? "" : " ≠"}`,
			)
			.join("; "),
	];
}

function timeOf(result: Result, subject: string): string {
	const samples = samplesOf(result, subject);
	return samples === undefined ? "" : formatTime(spread(samples.nanoseconds).median);
}
