import type { Command } from "commander";
import { crossRead } from "../matrix/cross-read.js";
import { formatGrid } from "../matrix/format-grid.js";
import { formatGridPage } from "../matrix/grid-page.js";
import { readStore } from "../matrix/store.js";
import { writeWhole } from "../report/write-file.js";
import { loadAdapter } from "../serve/load-adapter.js";
import { exitCode } from "./exit-code.js";
import { addCellOptions, type CellFlags } from "./matrix-options.js";
import { openCells } from "./open-cells.js";

/** `npconform matrix cross-read`: every writer's bytes, read by every reader. */
export function addCrossReadCommand(matrix: Command): void {
	addCellOptions(matrix.command("cross-read").description("who reads what whom wrote, our codecs included"))
		.option("--formats", "a grid for each format, too", false)
		.action(crossReadCommand);
}

async function crossReadCommand(flags: CellFlags & { readonly formats: boolean }): Promise<void> {
	const { environments, absent } = await openCells(flags);
	const adapter = await loadAdapter("ndwire");
	const grid = await crossRead(readStore(flags.store), environments, flags.jobs, adapter);
	process.stdout.write(formatGrid(grid, flags.formats));
	if (flags.html !== undefined) writeWhole(flags.html, formatGridPage(grid, absent));
	process.exitCode = environments.length === 0 ? exitCode.infrastructure : exitCode.ok;
}
