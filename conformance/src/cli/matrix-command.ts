import type { Command } from "commander";
import { formatDiff } from "../matrix/format-diff.js";
import { formatDiffPage } from "../matrix/diff-page.js";
import { comparedRows, diffCells } from "../matrix/diff.js";
import { bisect } from "../matrix/bisect.js";
import { cellRange } from "../matrix/cell-range.js";
import { readStore } from "../matrix/store.js";
import { matchesGlob } from "../run/glob.js";
import { writeWhole } from "../report/write-file.js";
import { addStoreOption } from "./matrix-options.js";
import { addCrossReadCommand } from "./matrix-cross-read-command.js";
import { addErasCommand } from "./matrix-eras-command.js";
import { addRemakeCommands } from "./matrix-remake-commands.js";
import { UsageError } from "./usage-error.js";

/** `npconform matrix …`: which release of NumPy and Python writes which bytes. What compares needs no Python. */
export function addMatrixCommand(program: Command): void {
	const matrix = program.command("matrix").description("which release of NumPy and Python writes which bytes");
	addStoreOption(matrix.command("diff").description("what two cells do not write alike"))
		.argument("<A..B>", "2.3.2..2.3.3, 2.4.6/3.12..2.4.6/3.13, py3.11.2..py3.11.7, or names of cells")
		.option("--all", "every recipe, not one of each kind", false)
		.option("--html <file>", "the same as a page")
		.action(diffCommand);
	addStoreOption(matrix.command("bisect").description("the two neighbouring cells between which a recipe changed"))
		.argument("<recipe>", "a format and a recipe, or a glob of them: pickle5/datetime/M8-unit/**")
		.argument("<A..B>")
		.action(bisectCommand);
	addErasCommand(matrix);
	addRemakeCommands(matrix);
	addCrossReadCommand(matrix);
}

interface DiffFlags {
	readonly store: string;
	readonly all: boolean;
	readonly html?: string;
}

function diffCommand(words: string, { store: folder, all, html }: DiffFlags): void {
	const store = readStore(folder);
	const range = cellRange(words, store.cells);
	const [compared, differences] = [comparedRows(store, range), diffCells(store, range)];
	process.stdout.write(formatDiff(range, compared, differences, all));
	if (html !== undefined) writeWhole(html, formatDiffPage(range, compared, differences));
}

/** How many steps are shown of a glob that means many recipes. */
const stepsShown = 20;

function bisectCommand(recipe: string, words: string, { store: folder }: { readonly store: string }): void {
	const store = readStore(folder);
	const range = cellRange(words, store.cells);
	const rows = store.rows.filter(({ key }) => matchesGlob(key, recipe));
	if (rows.length === 0)
		throw new UsageError(`no recipe is called ${recipe}; \`matrix diff --all\` prints their names`);
	const steps = rows.flatMap((row) => {
		const step = bisect(store, row, range);
		return step === undefined ? [] : [{ key: row.key, ...step }];
	});
	if (steps.length === 0) process.stdout.write(`${range.from} and ${range.to} write the same\n`);
	for (const { from, to, level, what, key } of steps.slice(0, stepsShown)) {
		process.stdout.write(`${from} → ${to}  ${level}  ${what}\n    ${key}\n`);
	}
	if (steps.length > stepsShown) process.stdout.write(`and ${steps.length - stepsShown} more recipes\n`);
}
