import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { linkPrograms, temporaryFolder, writeFiles } from "../testing/temporary-folder.js";
import { ensurePython } from "./python.mjs";

/** What a made environment's Python is, in the words of the shell: it imports NumPy, and pip notes that it was run. */
const environmentPython = `#!/bin/sh
case "$*" in *"pip install"*) echo "pip $*" >> "$NOTES";; esac
`;

/**
 * A Python that answers the probe. `venv` and `virtualenv` are shell text for what its modules do after the folder of
 * the environment was put into $1.
 */
function fakePython({ version = "3.11.7", venv = "made", virtualenv = "exit 1" }): string {
	return `#!/bin/sh
made() { mkdir -p "$1/bin"; cp "$TEMPLATE" "$1/bin/python"; }
for last; do :; done
case "$*" in
	*platform*) echo "$0|CPython|${version}";;
	*"-m venv"*) echo "venv ${version}" >> "$NOTES"; set -- "$last"; ${venv} "$1";;
	*"-m virtualenv"*) echo "virtualenv ${version}" >> "$NOTES"; set -- "$last"; ${virtualenv} "$1";;
esac
`;
}

function repository(pythons: Readonly<Record<string, string>>): {
	readonly root: string;
	readonly notes: () => string[];
} {
	const root = temporaryFolder({
		"conformance/suite/suite.json": '{"cell":"np2.4.6-py3.11.7-linux-x64"}',
		"python-fixtures/requirements.txt": "numpy==2.4.6 --hash=sha256:00\n",
		template: environmentPython,
		...pythons,
	});
	vi.stubEnv("NOTES", join(root, "notes"));
	vi.stubEnv("TEMPLATE", join(root, "template"));
	linkPrograms(join(root, "tools"), ["mkdir", "cp"]);
	vi.stubEnv("PATH", `${join(root, "bin")}:${join(root, "tools")}`);
	return {
		root,
		notes: () => (existsSync(join(root, "notes")) ? readFileSync(join(root, "notes"), "utf8").trim().split("\n") : []),
	};
}

test("an environment is made once, and again when the pinned NumPy changes", async () => {
	const { root, notes } = repository({ "bin/python3": fakePython({}) });
	const python = { executable: join(root, ".venv", "bin", "python") };
	expect(await ensurePython(root)).toEqual(python);
	expect(notes()).toEqual(["venv 3.11.7", expect.stringMatching(/^pip .*--require-hashes.*requirements\.txt$/)]);
	expect(await ensurePython(root)).toEqual(python);
	expect(notes()).toHaveLength(2);
	writeFiles(root, { "python-fixtures/requirements.txt": "numpy==2.5.0 --hash=sha256:00\n" });
	expect(await ensurePython(root)).toEqual(python);
	expect(notes()).toHaveLength(4);
});

test("an environment that was left unfinished, or no longer starts, is made anew", async () => {
	const { root, notes } = repository({ "bin/python3": fakePython({}), ".venv/half": "made" });
	writeFiles(root, { ".ndwire/python.json": '"unfinished"' });
	await ensurePython(root);
	expect(existsSync(join(root, ".venv", "half"))).toBe(false);
	writeFiles(root, { ".venv/bin/python": "#!/bin/sh\nexit 127\n" });
	expect(await ensurePython(root)).toHaveProperty("executable");
	expect(notes()).toHaveLength(4);
});

test("a Python without ensurepip makes its environment with virtualenv", async () => {
	const { root, notes } = repository({
		"bin/python3": fakePython({ venv: "echo 'No module named ensurepip'; exit 1; :", virtualenv: "made" }),
	});
	expect(await ensurePython(root)).toHaveProperty("executable");
	expect(notes()).toEqual(["venv 3.11.7", "virtualenv 3.11.7", expect.stringContaining("pip")]);
});

test("a Python that makes none gives way to the next one", async () => {
	const { root, notes } = repository({
		"bin/python3.13": fakePython({ version: "3.13.0" }),
		"bin/python3.11": fakePython({ version: "3.11.2", venv: "exit 1; :" }),
	});
	expect(await ensurePython(root)).toHaveProperty("executable");
	expect(notes()).toEqual(["venv 3.11.2", "virtualenv 3.11.2", "venv 3.13.0", expect.stringContaining("pip")]);
});

test("uv is used where it is there", async () => {
	const { root, notes } = repository({
		"bin/python3": fakePython({}),
		"bin/uv": `#!/bin/sh
echo "uv $1" >> "$NOTES"
for last; do :; done
case "$1" in venv) mkdir -p "$last/bin"; cp "$TEMPLATE" "$last/bin/python";; esac
`,
	});
	expect(await ensurePython(root)).toHaveProperty("executable");
	expect(notes()).toEqual(["uv venv", "uv pip"]);
});

test("what is missing is said in a sentence", async () => {
	const none = repository({});
	expect(await ensurePython(none.root)).toEqual({ missing: "No Python 3.9 or newer was found on PATH." });
	const broken = repository({ "bin/python3": fakePython({ venv: "echo 'No module named ensurepip'; exit 1; :" }) });
	expect(await ensurePython(broken.root)).toEqual({
		missing: `Python 3.11.7 (${broken.root}/bin/python3) gave no environment with NumPy: it lacks ensurepip (on Debian and Ubuntu: install python3-venv).`,
	});
	expect(existsSync(join(broken.root, ".venv"))).toBe(false);
});
