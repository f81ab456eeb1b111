import { existsSync } from "node:fs";
import { join } from "node:path";
import { pythonFolder } from "../fixtures/recipe.js";
import type { Program } from "../transport/parse-command.js";
import { UsageError } from "./usage-error.js";

/** The Pythons that a command line names, or else the environment. */
export function pythonsOf(options: readonly string[] | undefined): readonly string[] {
	const named = process.env["NDWIRE_PYTHON"];
	return options ?? (named === undefined || named === "" ? [] : [named]);
}

/** NumPy behind np/1. @throws {UsageError} if the oracle is not there. */
export function oracleProgram(python: string | undefined): Program {
	const script = join(pythonFolder, "oracle.py");
	if (!existsSync(script)) throw new UsageError("the oracle is not part of this installation");
	return { file: python ?? "python3", arguments: [script] };
}
