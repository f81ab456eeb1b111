import type { Result } from "../run/result.js";
import { isFailure } from "../run/result.js";

/** Passed and judged results of one feature under one operation. */
export interface Cell {
	readonly passed: number;
	readonly failed: number;
	/** Neither: not run, or declared as not implemented. */
	readonly open: number;
}

/** Rows by name, each with its cells by operation. */
export interface Matrix {
	readonly operations: readonly string[];
	readonly rows: readonly { readonly name: string; readonly cells: ReadonlyMap<string, Cell> }[];
}

/** Counts by area (the first two segments of an id) and operation. */
export function matrixOf(results: readonly Result[], strict: boolean): Matrix {
	const operations = [...new Set(results.map(({ question }) => question.resultOperation))].toSorted();
	const rows = new Map<string, Map<string, Cell>>();
	for (const result of results) {
		const row = areaOf(result.question.case.id);
		const cells = rows.get(row) ?? new Map<string, Cell>();
		const { resultOperation } = result.question;
		cells.set(resultOperation, add(cells.get(resultOperation), result, strict));
		rows.set(row, cells);
	}
	const sorted = [...rows].toSorted(([left], [right]) => (left < right ? -1 : 1));
	return { operations, rows: sorted.map(([name, cells]) => ({ name, cells })) };
}

/** The rows in which something is not as it should be. */
export function troubledRows({ operations, rows }: Matrix): Matrix {
	return {
		operations,
		rows: rows.filter(({ cells }) => [...cells.values()].some((cell) => cell.failed + cell.open > 0)),
	};
}

export function formatMatrix({ operations, rows }: Matrix): string {
	const table = [
		["", ...operations],
		...rows.map(({ name, cells }) => [name, ...operations.map((op) => formatCell(cells.get(op)))]),
	];
	const widths = ["", ...operations].map((_, column) => Math.max(...table.map((row) => (row[column] ?? "").length)));
	return table
		.map((row) =>
			row.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))),
		)
		.map((row) => `  ${row.join("  ")}\n`)
		.join("");
}

function areaOf(id: string): string {
	return id.split("/").slice(0, 2).join("/");
}

function add(cell: Cell = { passed: 0, failed: 0, open: 0 }, result: Result, strict: boolean): Cell {
	if (isFailure(result, strict)) return { ...cell, failed: cell.failed + 1 };
	const open = result.verdict.class === "not-run" || result.verdict.class === "unsupported-declared";
	return open ? { ...cell, open: cell.open + 1 } : { ...cell, passed: cell.passed + 1 };
}

function formatCell(cell: Cell | undefined): string {
	if (cell === undefined) return "";
	const { passed, failed, open } = cell;
	const total = passed + failed + open;
	return failed > 0 ? `✗ ${passed}/${total}` : open > 0 ? `· ${passed}/${total}` : `${passed}`;
}
