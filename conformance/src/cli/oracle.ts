import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";
import type { Program } from "../transport/parse-command.js";
import { UsageError } from "./usage-error.js";

/** Where the oracle may lie: in the package itself, or beside it in the workspace that it comes from. */
const places = [join(packageRoot, "python", "oracle.py"), join(packageRoot, "..", "python-fixtures", "oracle.py")];

/** The Pythons that a command line names, or else the environment. */
export function pythonsOf(options: readonly string[] | undefined): readonly string[] {
	const named = process.env["NDWIRE_PYTHON"];
	return options ?? (named === undefined || named === "" ? [] : [named]);
}

/** NumPy behind np/1. @throws {UsageError} if the oracle is not there. */
export function oracleProgram(python: string | undefined): Program {
	const script = places.find((place) => existsSync(place));
	if (script === undefined) throw new UsageError("the oracle is not part of this installation");
	return { file: python ?? "python3", arguments: [script] };
}
