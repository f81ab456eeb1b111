import type { Result } from "../run/result.js";
import { isFailure } from "../run/result.js";

/** Passed and judged results of one feature under one operation. */
export interface Cell {
	readonly passed: number;
	readonly failed: number;
	/** Neither, since it could not be judged. */
	readonly open: number;
	/** Not asked, since the implementation declares that it cannot. */
	readonly declared: number;
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
		rows: rows.filter(({ cells }) => [...cells.values()].some(({ failed, open }) => failed + open > 0)),
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

function add(cell: Cell = emptyCell, result: Result, strict: boolean): Cell {
	if (isFailure(result, strict)) return { ...cell, failed: cell.failed + 1 };
	if (result.verdict.class === "not-run") return { ...cell, open: cell.open + 1 };
	if (result.verdict.class === "unsupported-declared") return { ...cell, declared: cell.declared + 1 };
	return { ...cell, passed: cell.passed + 1 };
}

const emptyCell: Cell = { passed: 0, failed: 0, open: 0, declared: 0 };

/** `✗` where something failed, `?` where something could not be judged; `–` where nothing was asked. */
function formatCell(cell: Cell = emptyCell): string {
	const { passed, failed, open } = cell;
	const asked = passed + failed + open;
	if (asked === 0) return "–";
	if (failed > 0) return `✗ ${passed}/${asked}`;
	return open > 0 ? `? ${passed}/${asked}` : String(passed);
}
