import type { Command } from "commander";
import { acknowledging, readAcknowledged } from "../matrix/acknowledged.js";
import { boundariesOf, countLevels } from "../matrix/boundaries.js";
import { cellName } from "../matrix/cell-name.js";
import { formatCellsPage } from "../matrix/cells-page.js";
import { addToLock } from "../matrix/lock.js";
import { lockCell } from "../matrix/lock-cell.js";
import { remake, type Remade, type RemadeCell } from "../matrix/remake.js";
import { readStore, writeStore, type Store } from "../matrix/store.js";
import type { Absent } from "../matrix/environments.js";
import { writeWhole } from "../report/write-file.js";
import { cannotBeHad } from "./cannot-be-had.js";
import { chooseInterpreter } from "./choose-interpreter.js";
import { exitCode } from "./exit-code.js";
import {
	addCellOptions,
	addEnvironmentsOption,
	addLockOption,
	addPageOption,
	addStoreOption,
	type CellFlags,
} from "./matrix-options.js";
import { openCells } from "./open-cells.js";
import { collect } from "./option-values.js";

/** The parts of `npconform matrix` that have cells write every recipe. */
export function addRemakeCommands(matrix: Command): void {
	addCellOptions(
		matrix.command("generate").description("have cells write every recipe, and put it into the store"),
	).action(generateCommand);
	addCellOptions(
		matrix.command("verify").description("have cells write every recipe again, and compare with the store"),
	).action(verifyCommand);
	const add = matrix.command("add").description("lock a cell that is new, and generate it");
	addLockOption(addEnvironmentsOption(addStoreOption(addPageOption(add))))
		.argument("<numpy>", "a release, such as 2.6.0")
		.option("--python <version>", "the Python to use: a version such as 3.13, or its path; absent: the newest here")
		.option("--pip <option>", "an option of pip download, such as --pip=--pre; may be repeated", collect)
		.action(addCommand);
}

async function generateCommand(flags: CellFlags): Promise<void> {
	const { store, cells, absent, failed } = await remakeCells(flags);
	if (cells.length > 0) writeStore(store, flags.store);
	finish(flags, { title: "Cells written", cells, absent, words: describe("written", cells, absent, store) });
	process.exitCode = cells.length === 0 || failed.length > 0 ? exitCode.infrastructure : exitCode.ok;
}

/** The wheel that pip takes today is the cell's from now on. */
async function addCommand(
	numpy: string,
	flags: Omit<CellFlags, "jobs"> & { readonly python?: string; readonly pip?: readonly string[] },
): Promise<void> {
	const locked = await lockCell(numpy, await chooseInterpreter(flags.python), flags.pip ?? []);
	if ("why" in locked) throw cannotBeHad(cellName(locked.cell), locked.why);
	addToLock(locked, flags.lock);
	await generateCommand({ ...flags, cell: [cellName(locked)], jobs: 1 });
	printOpenBoundaries(readStore(flags.store), flags.store);
}

async function verifyCommand(flags: CellFlags): Promise<void> {
	const { before, store, cells, absent, failed } = await remakeCells(flags);
	const differing = cells.reduce((sum, { changed }) => sum + changed.length, 0);
	const open = printOpenBoundaries(before, flags.store);
	const words = `${describe("made again", cells, absent, store)}; ${differing} outcomes differ, ${open} boundaries not acknowledged`;
	finish(flags, { title: "Cells made again", cells, absent, words });
	if (cells.length === 0 || failed.length > 0) process.exitCode = exitCode.infrastructure;
	else process.exitCode = differing + open > 0 ? exitCode.conformance : exitCode.ok;
}

interface RemadeHere extends Remade {
	readonly before: Store;
	/** Cells that could not be had, or did not come to an end. */
	readonly absent: readonly Absent[];
}

async function remakeCells(flags: CellFlags): Promise<RemadeHere> {
	const { environments, absent } = await openCells(flags);
	const before = readStore(flags.store);
	const remade = await remake(before, environments, flags.jobs, printCell);
	for (const { cell, why } of remade.failed) process.stdout.write(`✗ ${cellName(cell)}: ${why}\n`);
	return { ...remade, before, absent: [...absent, ...remade.failed] };
}

/** How many keys are shown of what differs. */
const keysShown = 5;

function printCell({ cell, isNew, outcomes, errors, changed }: RemadeCell): void {
	const words = `${outcomes} outcomes, ${errors} of them errors`;
	const isSame = isNew || changed.length === 0;
	process.stdout.write(
		`${isSame ? "✓" : "✗"} ${cell}: ${words}${isNew ? ", new" : `, ${changed.length} differ from the store`}\n`,
	);
	if (!isSame) for (const key of changed.slice(0, keysShown)) process.stdout.write(`    ${key}\n`);
}

/** Prints the boundaries that `eras.json` does not explain, as it would have them. @returns How many. */
function printOpenBoundaries(store: Store, folder: string): number {
	const acknowledged = readAcknowledged(folder);
	const open = boundariesOf(store).filter((boundary) => acknowledging(boundary, acknowledged) === undefined);
	for (const { family, axis, releases, differences } of open) {
		const levels = [...new Set(differences.map(({ level }) => level))].toSorted();
		process.stdout.write(
			`? ${family}  ${axis} ${releases}  ${countLevels(differences)}: not acknowledged; in eras.json:\n`,
		);
		process.stdout.write(`    ${JSON.stringify({ family, axis, releases, levels, cause: "…" })}\n`);
	}
	return open.length;
}

function describe(done: string, cells: readonly RemadeCell[], absent: readonly Absent[], store: Store): string {
	const { rows, blobs } = store;
	return `${cells.length} ${cells.length === 1 ? "cell" : "cells"} ${done}, ${absent.length} not here; the store has ${store.cells.length} cells, ${rows.length} recipes in their formats, ${blobs.size} different bytes`;
}

function finish(
	{ html }: Pick<CellFlags, "html">,
	page: {
		readonly title: string;
		readonly cells: readonly RemadeCell[];
		readonly absent: readonly Absent[];
		readonly words: string;
	},
): void {
	process.stdout.write(`${page.words}\n`);
	if (html !== undefined) writeWhole(html, formatCellsPage(page.title, page.words, page.cells, page.absent));
}
