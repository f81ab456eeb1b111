import type { Command } from "commander";
import { writeAll } from "../matrix/ask-python.js";
import { stepsOn, wayOver, widestRange, type Step } from "../matrix/bisect.js";
import { formatBisectPage, type RowStep } from "../matrix/bisect-page.js";
import { cellName, parseCellName } from "../matrix/cell-name.js";
import { cellRanges, type CellRange } from "../matrix/cell-range.js";
import { ensureUnlocked } from "../matrix/environments.js";
import { areNext, narrow } from "../matrix/narrow.js";
import { listReleases } from "../matrix/releases.js";
import { cellsOf, outcomeAt, readStore, type Row, type Store } from "../matrix/store.js";
import { writeWhole } from "../report/write-file.js";
import { matchesGlob } from "../run/glob.js";
import { chooseInterpreter } from "./choose-interpreter.js";
import { addEnvironmentsOption, addPageOption, addStoreOption } from "./matrix-options.js";
import { UsageError } from "./usage-error.js";

interface BisectFlags {
	readonly store: string;
	readonly environments: string;
	readonly between: boolean;
	readonly html?: string;
}

/** `npconform matrix bisect RECIPE A..B`: the neighbours between which a recipe changed. */
export function addBisectCommand(matrix: Command): void {
	const bisecting = matrix.command("bisect").description("the neighbouring cells between which a recipe changed");
	addEnvironmentsOption(addStoreOption(addPageOption(bisecting)))
		.argument("<recipe>", "a format and a recipe, or a glob of them: pickle5/datetime/M8-unit/**")
		.argument("<A..B>")
		.option("--between", "install the releases of NumPy that no cell has, and go on between them", false)
		.action(bisectCommand);
}

/** How many steps are shown, where a glob means many recipes. */
const stepsShown = 20;

async function bisectCommand(recipe: string, words: string, flags: BisectFlags): Promise<void> {
	const store = readStore(flags.store);
	const range = widestRange(cellRanges(words, store.cells), store.cells);
	const found = stepsOf(store, rowsOf(store, recipe), range);
	const wider = flags.between ? await goBetween(store, found, flags.environments) : store;
	const steps = flags.between ? stepsOf(wider, rowsOf(wider, recipe), range) : found;
	const missing = missingEnds(store, rowsOf(store, recipe), range);
	if (steps.length + missing.length === 0) process.stdout.write(`${range.from} and ${range.to} write the same\n`);
	const shown = steps.slice(0, stepsShown);
	for (const { row, step } of shown) {
		process.stdout.write(`${step.from} → ${step.to}  ${step.level}  ${step.what}\n    ${row.key}\n`);
	}
	const more = steps.length > shown.length ? [`and ${steps.length - shown.length} more`] : [];
	const notes = [...more, ...missing, ...notesOn(steps, flags.between)];
	for (const note of notes) process.stdout.write(`${note}\n`);
	if (flags.html !== undefined) writeWhole(flags.html, formatBisectPage(wider, range, shown, notes));
}

function rowsOf(store: Store, recipe: string): readonly Row[] {
	const rows = store.rows.filter(({ key }) => matchesGlob(key, recipe));
	if (rows.length > 0) return rows;
	throw new UsageError(`no recipe is called ${recipe}; \`matrix diff --all\` prints their names`);
}

function stepsOf(store: Store, rows: readonly Row[], range: CellRange): readonly RowStep[] {
	const ways = new Map<string, readonly string[]>();
	return rows.flatMap((row) => {
		const cells = cellsOf(store, row);
		if (!cells.includes(range.from) || !cells.includes(range.to)) return [];
		const way = ways.get(cells.join()) ?? wayOver(cells, range);
		ways.set(cells.join(), way);
		return stepsOn(store, row, way).map((step) => ({ row, step, way }));
	});
}

/** The store with what releases between the cells of the steps write, as far as they had to be tried. */
async function goBetween(store: Store, steps: readonly RowStep[], folder: string): Promise<Store> {
	let wider = store;
	for (const [, those] of Map.groupBy(steps.filter(movesNumpy), ({ step }) => `${step.from} ${step.to}`)) {
		const [first] = those;
		if (first === undefined) continue;
		const interpreter = await chooseInterpreter(parseCellName(first.step.from).python);
		const recipes = [...new Set(those.map(({ row }) => recipePattern(row)))];
		const tried = await narrow(wider, first.row, first.step, await listReleases(interpreter), async (numpy) => {
			const environment = await ensureUnlocked(`numpy==${numpy}`, interpreter, folder, []);
			return "why" in environment ? environment : writeAll(environment, recipes);
		});
		for (const { cell, why } of tried.absent) process.stdout.write(`${cellName(cell)}: not here: ${why}\n`);
		wider = tried.store;
	}
	return wider;
}

/** The pattern of the recipe that a row comes from: which of its `-` were `_` in the name does not matter. */
function recipePattern({ key }: Row): string {
	const [, area = "", name = ""] = key.split("/");
	return area === "edge" ? area : `${area}_${name.replaceAll("-", "?")}`;
}

/** The ends that have no outcome of some recipes, in words: of a protocol of pickle that their Python does not know. */
function missingEnds(store: Store, rows: readonly Row[], { from, to }: CellRange): readonly string[] {
	return [from, to].flatMap((cell) => {
		const without = rows.filter((row) => outcomeAt(store, row, cell) === undefined);
		return without.length === 0
			? []
			: `${cell} does not write ${without[0]?.key}${without.length === 1 ? "" : ` and ${without.length - 1} more`}`;
	});
}

/** What the steps do not say. */
function notesOn(steps: readonly RowStep[], between: boolean): readonly string[] {
	const open = new Set(
		steps.flatMap(({ step }) => {
			const [from, to] = [parseCellName(step.from), parseCellName(step.to)];
			if (from.numpy === to.numpy)
				return areNext(from.python, to.python) ? [] : `Python ${from.python} and ${to.python}`;
			return between || areNext(from.numpy, to.numpy) ? [] : `NumPy ${from.numpy} and ${to.numpy}`;
		}),
	);
	return [...open].map(
		(words) =>
			`releases between ${words} have no cell${words.startsWith("NumPy") ? ": --between installs and tries them" : ""}`,
	);
}

function movesNumpy({ step }: { readonly step: Step }): boolean {
	return parseCellName(step.from).numpy !== parseCellName(step.to).numpy;
}
