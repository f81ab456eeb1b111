import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { byPreference, findInterpreters } from "./interpreters.mjs";

/** A program that answers the probe as a Python would. */
function fakePython(executable: string, version: string, implementation = "CPython"): string {
	return `#!/bin/sh\necho "${executable}|${implementation}|${version}"\n`;
}

function suiteMadeBy(version: string): string {
	return JSON.stringify({ suite: "0", cell: `np2.4.6-py${version}-linux-x64` });
}

test("only a CPython that starts and is new enough counts, each once", async () => {
	const root = temporaryFolder({
		"conformance/suite/suite.json": suiteMadeBy("3.11.7"),
		"bin/python3.13": "#!/bin/sh\necho 'pyenv: python3.13: command not found' >&2; exit 127\n",
		"bin/python3.12": fakePython("/opt/pypy", "3.12.1", "PyPy"),
		"bin/python3.9": fakePython("/opt/3.9", "3.9.18"),
		"bin/python3": fakePython("/opt/3.9", "3.9.18"),
		"bin/python": fakePython("/opt/2.7", "2.7.18"),
		"more/python3": fakePython("/opt/3.8", "3.8.18"),
		"more/python": "not a program",
	});
	vi.stubEnv("PATH", `${join(root, "bin")}:/nowhere::${join(root, "more")}:/bin`);
	const found = await findInterpreters(root);
	expect(found.filter(({ executable }) => executable.startsWith("/opt"))).toEqual([
		{ executable: "/opt/3.9", version: "3.9.18" },
	]);
});

test("no Python on PATH gives none", async () => {
	const root = temporaryFolder({ "conformance/suite/suite.json": suiteMadeBy("3.11.7") });
	vi.stubEnv("PATH", root);
	expect(await findInterpreters(root)).toEqual([]);
});

test("a suite without a cell is told of", async () => {
	const root = temporaryFolder({ "conformance/suite/suite.json": '{"suite":"0"}' });
	await expect(findInterpreters(root)).rejects.toThrow("suite.json names no cell");
});

test("the release that made the corpus comes first, then its minor version, then as they were found", () => {
	const versions = ["3.13.0", "3.12.1", "3.11.2", "3.11.7", "3.10.13"];
	const interpreters = versions.map((version) => ({ executable: `/opt/${version}`, version }));
	const preferred = byPreference(interpreters, "3.11.7").map(({ version }) => version);
	expect(preferred).toEqual(["3.11.7", "3.11.2", "3.13.0", "3.12.1", "3.10.13"]);
});
