import { expect, test } from "vitest";
import type { Results } from "../results/results.js";
import { resultWith, samples } from "../testing/result.js";
import { formatReport } from "./markdown.js";

const run: Results = {
	mode: "full",
	began: "2026-01-02T03:04:05.678Z",
	seconds: 61,
	load: { before: 0.1, after: 1.2 },
	machine: {
		processor: "P",
		cores: 2,
		memory: "4 GiB",
		system: "linux",
		hugePages: "madvise",
		versions: { Node: "26" },
	},
	results: [],
};

test("a target that is missed is named with its ratio and that of the floor", async () => {
	const missed = resultWith({ target: { atMost: 2, of: "np" } });
	const met = resultWith({ benchmark: "swap", target: { atMost: 4, of: "np" } });
	const report = await formatReport({ ...run, results: [missed, met] }, "ratios.svg");
	expect(report).toContain("1 of 2 targets are met. Missed:");
	expect(report).toContain("- core: copy, 1 KB: 3.00 [3.0–3.5] against ≤ 2 np; the floor (memcpy) is at 0.33\n");
	expect(report).not.toContain("- core: swap");
});

test("a target whose rival was not measured counts as missed", async () => {
	const report = await formatReport(
		{ ...run, results: [resultWith({ target: { atMost: 9, of: "nh" } })] },
		"ratios.svg",
	);
	expect(report).toContain("0 of 1 targets are met.");
});

test("a peer whose result differs from NumPy's is marked", async () => {
	const peers = [samples("right", [3, 3, 3]), samples("wrong", [3, 3, 3], false)];
	const { samples: others } = resultWith();
	const report = await formatReport(
		{ ...run, results: [resultWith({ samples: [...others, ...peers] })] },
		"ratios.svg",
	);
	expect(report).toContain("right 3.00 ns (3.00 [2.5–3.5]); wrong 3.00 ns (3.00 [2.5–3.5]) ≠ |");
});
