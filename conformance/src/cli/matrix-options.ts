import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { lockFile } from "../matrix/lock.js";
import { storeFolder } from "../matrix/store.js";
import { collect, parseCount } from "./option-values.js";

/** Options that several of the commands about releases share. */

export function addStoreOption(command: Command): Command {
	return command.option("--store <folder>", "another store than the one that comes with npconform", storeFolder);
}

export function addEnvironmentsOption(command: Command): Command {
	return command.option("--environments <folder>", "where NumPys are installed", join(".ndwire", "cells"));
}

export function addLockOption(command: Command): Command {
	return command.option("--lock <file>", "another lock of cells than the one that comes with npconform", lockFile);
}

export function addPageOption(command: Command): Command {
	return command.option("--html <file>", "the same as a page");
}

/** What commands need that start the cells of a lock. */
export interface CellFlags {
	readonly store: string;
	readonly lock: string;
	readonly environments: string;
	readonly jobs: number;
	readonly cell?: readonly string[];
	readonly html?: string;
}

export function addCellOptions(command: Command): Command {
	addLockOption(addEnvironmentsOption(addStoreOption(addPageOption(command))));
	return command
		.option("--cell <glob>", "cells of the lock by name, such as np2.4.*-py3.12.*; may be repeated", collect)
		.option("-j, --jobs <count>", "cells at a time", parseCount, availableParallelism());
}
