import type { Command } from "commander";
import { acknowledging, readAcknowledged } from "../matrix/acknowledged.js";
import { writeAll } from "../matrix/ask-python.js";
import { boundariesOf, countLevels } from "../matrix/boundaries.js";
import { cellName } from "../matrix/cell-name.js";
import { compareCells } from "../matrix/cell-range.js";
import { cellsHere, inEach, type CellsHere } from "../matrix/cells-here.js";
import { crossRead } from "../matrix/cross-read.js";
import { formatGrid, formatGridPage } from "../matrix/format-grid.js";
import { addToLock, readLock } from "../matrix/lock.js";
import { lockCell } from "../matrix/lock-cell.js";
import { readStore, reordered, withCell, writeStore, type Store } from "../matrix/store.js";
import { matchesGlob } from "../run/glob.js";
import { writeWhole } from "../report/write-file.js";
import { loadAdapter } from "../serve/load-adapter.js";
import { StartError } from "../transport/transport.js";
import { chooseInterpreter } from "./choose-interpreter.js";
import { exitCode } from "./exit-code.js";
import { addEnvironmentsOption, addStoreOption } from "./matrix-options.js";
import { collect } from "./option-values.js";

interface CellFlags {
	readonly store: string;
	readonly environments: string;
	readonly cell?: readonly string[];
}

/** The parts of `npconform matrix` that start Pythons: of the lock, each with its own NumPy. */
export function addMatrixPythonCommands(matrix: Command): void {
	addCellOptions(
		matrix.command("generate").description("have cells write every recipe, and put it into the store"),
	).action(generateCommand);
	addCellOptions(
		matrix.command("verify").description("have cells write every recipe again, and compare with the store"),
	).action(verifyCommand);
	addEnvironmentsOption(addStoreOption(matrix.command("add").description("lock a cell that is new, and generate it")))
		.argument("<numpy>", "a release, such as 2.6.0")
		.option("--python <version>", "the Python to use: a version such as 3.13, or its path; absent: the newest here")
		.action(addCommand);
	addCellOptions(matrix.command("cross-read").description("who reads what whom wrote, our codecs included"))
		.option("--html <file>", "the same as a page")
		.action(crossReadCommand);
}

function addCellOptions(command: Command): Command {
	return addEnvironmentsOption(addStoreOption(command)).option(
		"--cell <glob>",
		"cells of the lock by name; may be repeated",
		collect,
	);
}

async function generateCommand(flags: CellFlags): Promise<void> {
	const { environments, absent } = await openCells(flags);
	let store = readStore(flags.store);
	for (const { cell, answers } of await inEach(environments, (environment) => writeAll(environment))) {
		store = withCell(store, cell, answers);
	}
	store = reordered(store, store.cells.toSorted(compareCells));
	writeStore(store, flags.store);
	process.stdout.write(`${environments.length} cells written, ${absent.length} not here; ${describeStore(store)}\n`);
	process.exitCode = environments.length === 0 ? exitCode.infrastructure : exitCode.ok;
}

/** The wheel that pip takes today is the cell's from now on. */
async function addCommand(numpy: string, flags: CellFlags & { readonly python?: string }): Promise<void> {
	const locked = await lockCell(numpy, await chooseInterpreter(flags.python));
	if ("why" in locked) throw new StartError(`${cellName(locked.cell)} cannot be had here: ${locked.why}`);
	addToLock(locked);
	await generateCommand({ ...flags, cell: [cellName(locked)] });
}

async function verifyCommand(flags: CellFlags): Promise<void> {
	const { environments, absent } = await openCells(flags);
	const store = readStore(flags.store);
	let differing = 0;
	await inEach(environments, async (environment) => {
		const { cell, answers } = await writeAll(environment);
		const changed = changedKeys(store, withCell(store, cell, answers), cell);
		differing += changed.length;
		for (const key of changed.slice(0, 5)) process.stdout.write(`✗ ${cell}: ${key} came out differently\n`);
		process.stdout.write(
			`${changed.length === 0 ? "✓" : "✗"} ${cell}: ${answers.length} outcomes, ${changed.length} differ\n`,
		);
	});
	const open = reportBoundaries(store, flags.store);
	const words = `${environments.length} cells made again, ${absent.length} not here, ${differing} outcomes differ`;
	process.stdout.write(`${words}, ${open} boundaries not acknowledged; ${describeStore(store)}\n`);
	if (environments.length === 0) process.exitCode = exitCode.infrastructure;
	else process.exitCode = differing + open > 0 ? exitCode.conformance : exitCode.ok;
}

/** Prints the boundaries that `eras.json` does not explain. @returns How many. */
function reportBoundaries(store: Store, folder: string): number {
	const acknowledged = readAcknowledged(folder);
	const open = boundariesOf(store).filter((boundary) => acknowledging(boundary, acknowledged) === undefined);
	for (const { family, axis, releases, differences } of open) {
		process.stdout.write(`? ${family}  ${axis} ${releases}  ${countLevels(differences)}: not acknowledged\n`);
	}
	return open.length;
}

async function crossReadCommand(flags: CellFlags & { readonly html?: string }): Promise<void> {
	const { environments } = await openCells(flags);
	const adapter = await loadAdapter("ndwire");
	const grid = await crossRead(readStore(flags.store), environments, { name: "ndwire", adapter });
	process.stdout.write(formatGrid(grid));
	if (flags.html !== undefined) writeWhole(flags.html, formatGridPage(grid));
	process.exitCode = environments.length === 0 ? exitCode.infrastructure : exitCode.ok;
}

async function openCells({ cell: globs, environments }: CellFlags): Promise<CellsHere> {
	const { cells, awaited } = readLock();
	const wanted = cells.filter((cell) => globs === undefined || globs.some((glob) => matchesGlob(cellName(cell), glob)));
	for (const { python, why } of awaited) process.stdout.write(`py${python}: not here: ${why}\n`);
	return cellsHere(wanted, environments, (words) => process.stdout.write(words));
}

/** Keys whose outcome in a cell is another in the second store. */
function changedKeys(before: Store, after: Store, cell: string): readonly string[] {
	const old = outcomesByKey(before, cell);
	const now = outcomesByKey(after, cell);
	return [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
}

function outcomesByKey({ cells, rows }: Store, cell: string): ReadonlyMap<string, string> {
	const place = cells.indexOf(cell);
	return new Map(
		rows.flatMap(({ key, outcomes, byCell }): readonly (readonly [string, string])[] => {
			const outcome = outcomes[byCell[place] ?? -1];
			return outcome === undefined ? [] : [[key, JSON.stringify(outcome)]];
		}),
	);
}

function describeStore({ cells, rows, blobs }: Store): string {
	return `the store has ${cells.length} cells, ${rows.length} recipes in their formats, ${blobs.size} different bytes`;
}
