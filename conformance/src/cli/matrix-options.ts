import { join } from "node:path";
import type { Command } from "commander";
import { storeFolder } from "../matrix/store.js";

/** Options that several of the commands about releases share. */

export function addStoreOption(command: Command): Command {
	return command.option("--store <folder>", "another store than the one that comes with npconform", storeFolder);
}

export function addEnvironmentsOption(command: Command): Command {
	return command.option("--environments <folder>", "where NumPys are installed", join(".ndwire", "cells"));
}
