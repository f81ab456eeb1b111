import type { Command } from "commander";
import { formatDiff } from "../matrix/format-diff.js";
import { formatDiffPage } from "../matrix/diff-page.js";
import { comparedRows, diffCells } from "../matrix/diff.js";
import { cellRange } from "../matrix/cell-range.js";
import { readStore } from "../matrix/store.js";
import { writeWhole } from "../report/write-file.js";
import { addStoreOption } from "./matrix-options.js";
import { addBisectCommand } from "./matrix-bisect-command.js";
import { addCrossReadCommand } from "./matrix-cross-read-command.js";
import { addErasCommand } from "./matrix-eras-command.js";
import { addRemakeCommands } from "./matrix-remake-commands.js";

/** `npconform matrix …`: which release of NumPy and Python writes which bytes. What compares needs no Python. */
export function addMatrixCommand(program: Command): void {
	const matrix = program.command("matrix").description("which release of NumPy and Python writes which bytes");
	addStoreOption(matrix.command("diff").description("what two cells do not write alike"))
		.argument("<A..B>", "2.3.2..2.3.3, 2.4.6/3.12..2.4.6/3.13, py3.11.2..py3.11.7, or names of cells")
		.option("--all", "every recipe, not one of each kind", false)
		.option("--html <file>", "the same as a page")
		.action(diffCommand);
	addBisectCommand(matrix);
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
