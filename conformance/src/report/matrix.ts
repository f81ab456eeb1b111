import type { Outcome } from "../gate/gate.js";
import { partsOf } from "./report.js";

/** Results of one area under one operation. */
interface Cell {
	readonly passed: number;
	/** Failed, excused or not: it shows what the implementation does. */
	readonly failed: number;
	/** Neither, since it could not be judged. */
	readonly open: number;
}

/** Rows by area, each with its cells by operation. An operation that is not asked, or declared as impossible, has no cell. */
export interface Matrix {
	readonly operations: readonly string[];
	readonly rows: readonly { readonly name: string; readonly cells: ReadonlyMap<string, Cell> }[];
}

/** Counts an outcome by area and operation. */
export function matrixOf(outcome: Outcome): Matrix {
	const rows = new Map<string, Map<string, Cell>>();
	const operations = new Set<string>();
	const add = (part: keyof Cell, { area, operation }: { area: string; operation: string }, count: number): void => {
		operations.add(operation);
		const cells = rows.get(area) ?? new Map<string, Cell>();
		rows.set(area, cells);
		if (count === 0) return;
		const cell = cells.get(operation) ?? { passed: 0, failed: 0, open: 0 };
		cells.set(operation, { ...cell, [part]: cell[part] + count });
	};
	for (const { count, ...place } of outcome.passed.counts()) add("passed", place, count);
	for (const result of outcome.advice) add("passed", partsOf(result), 1);
	for (const result of [...outcome.failures, ...outcome.expected]) add("failed", partsOf(result), 1);
	// What is declared as impossible has a row and a column, and no cell.
	for (const result of outcome.open) add("open", partsOf(result), result.class === "unsupported-declared" ? 0 : 1);
	const sorted = [...rows].toSorted(([left], [right]) => (left < right ? -1 : 1));
	return { operations: [...operations].toSorted(), rows: sorted.map(([name, cells]) => ({ name, cells })) };
}

/** The rows in which something is not as it should be. */
export function troubledRows({ operations, rows }: Matrix): Matrix {
	return {
		operations,
		rows: rows.filter(({ cells }) => [...cells.values()].some(({ failed, open }) => failed + open > 0)),
	};
}

/** The cells of a row in the order of the operations, as text. */
export function cellTexts({ operations, rows }: Matrix): readonly (readonly string[])[] {
	return rows.map(({ name, cells }) => [name, ...operations.map((operation) => formatCell(cells.get(operation)))]);
}

export function formatMatrix(matrix: Matrix): string {
	const table = [["", ...matrix.operations], ...cellTexts(matrix)];
	const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => (row[column] ?? "").length)));
	const pad = (text: string, column: number): string =>
		column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
	return table.map((row) => `  ${row.map(pad).join("  ")}\n`).join("");
}

/** `✗` where something failed, `?` where something could not be judged; `–` where nothing was asked. */
function formatCell(cell: Cell | undefined): string {
	if (cell === undefined) return "–";
	const { passed, failed, open } = cell;
	const asked = passed + failed + open;
	if (failed > 0) return `✗ ${passed}/${asked}`;
	return open > 0 ? `? ${passed}/${asked}` : String(passed);
}
