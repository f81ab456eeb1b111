import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";

/** A Python with NumPy: the one that the environment names, else that of the workspace; undefined if there is none. */
export function findPython(): string | undefined {
	const local = join(packageRoot, "..", ".venv", "bin", "python");
	return process.env["NDWIRE_PYTHON"] ?? (existsSync(local) ? local : undefined);
}
