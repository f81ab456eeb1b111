import { execFileSync } from "node:child_process";

/** The Python with NumPy that the repository's tasks find. */
export const numpyPython: string | undefined = process.env["NDWIRE_PYTHON"];

/** Runs a program in Python and gives what it printed. */
export function runPython(program: string, ...args: readonly string[]): string {
	return execFileSync(numpyPython ?? "python3", ["-c", program, ...args], { encoding: "utf8" });
}
