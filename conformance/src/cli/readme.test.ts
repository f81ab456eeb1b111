import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { afterAll, describe, expect, test } from "vitest";
import { verdictClasses } from "../judge/verdict.js";
import { packageRoot } from "../package-root.js";
import { findPython } from "../testing/python.js";
import { removeFolder } from "../testing/toy-suite.js";

const readme = readFileSync(join(packageRoot, "README.md"), "utf8");
const python = findPython();
const folder = mkdtempSync(join(tmpdir(), "npconform-readme-"));
afterAll(() => removeFolder(folder));

/** The first block of code in a language; with the empty text, the first that is in none. */
function block(language: string): string {
	const blocks = [...readme.matchAll(/^```(\w*)\n(.*?)^```/gms)];
	return blocks.find(([, name]) => name === language)?.[2] ?? "";
}

function runReadme(script: string, ...more: readonly string[]) {
	const bin = join(packageRoot, "dist", "src", "bin.js");
	return execa(process.execPath, [bin, "run", "--cmd", `python3 ${script}`, ...more], {
		cwd: folder,
		reject: false,
		env: { NDWIRE_PYTHON: "", PATH: `${folder}${delimiter}${process.env["PATH"] ?? ""}` },
	});
}

test.runIf(python !== undefined)(
	"the README's adapter conforms, and with the README's mistake it fails as the README says",
	async () => {
		// The README says python3: here it is the one that has NumPy.
		writeFileSync(join(folder, "python3"), `#!/bin/sh\nexec "${python}" "$@"\n`, { mode: 0o755 });
		const adapter = block("python");
		const wrong = adapter.replace("    order =", '    a = a.astype(a.dtype.newbyteorder("<"))\n    order =');
		expect(wrong).not.toBe(adapter);
		writeFileSync(join(folder, "adapter.py"), adapter);
		writeFileSync(join(folder, "wrong.py"), wrong);
		const right = await runReadme("adapter.py", "--filter", "npy/extremes/**");
		expect(right.stdout).toContain("my-codec 1.0 (cpython), no oracle:");
		expect(right.exitCode).toBe(0);
		const failed = await runReadme("wrong.py", "--filter", "npy/extremes/i*/*#decode");
		expect(`${failed.stdout}\n`).toBe(block(""));
		expect(failed.exitCode).toBe(1);
	},
);

/** The commands of a block with what they print; a line that is `…` stands for any lines. */
function commandsOf(text: string): readonly { readonly words: readonly string[]; readonly lines: readonly string[] }[] {
	return text.split(/^\$ npconform /m).flatMap((part) => {
		const [command = "", ...lines] = part.trimEnd().split("\n");
		const words = [...command.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
		return lines.length === 0 ? [] : [{ words, lines }];
	});
}

const repository = join(packageRoot, "..");
const blocks = [...readme.matchAll(/^```\n(\$ npconform matrix .*?)^```/gms)].map(([, text = ""]) => text);
const shown = blocks.flatMap(commandsOf);

/** Cells are installed by `npconform matrix generate` and its like; fresh machines have none. */
function isHere({ words }: { readonly words: readonly string[] }): boolean {
	return !words.includes("cross-read") || existsSync(join(repository, ".ndwire", "cells"));
}

test("the README shows diff, bisect, eras and cross-read", () => {
	expect(shown.map(({ words }) => words[1])).toEqual(["diff", "bisect", "eras", "cross-read"]);
});

describe.each(shown.map((command) => ({ name: command.words[1], ...command })))("matrix $name", (command) => {
	test.runIf(isHere(command))(
		"prints what the README shows of it",
		async () => {
			const bin = join(packageRoot, "dist", "src", "bin.js");
			const { stdout } = await execa(process.execPath, [bin, ...command.words], { cwd: repository });
			const printed = new Set(stdout.split("\n").map((line) => line.trimEnd()));
			expect(command.lines.filter((line) => line !== "…" && line !== "" && !printed.has(line))).toEqual([]);
		},
		600_000,
	);
});

/** What a job runs, as it stands in the README, with the program at hand in place of the one that npx fetches. */
function workflowCommand(): readonly string[] {
	const [, line = ""] = /- run: npx --yes npconform (.*)/.exec(readme) ?? [];
	return line.split(" ");
}

/** A wheel of the NumPy that a Python has, so that pip can install it without a network. */
const packNumpy = `
import importlib.metadata, pathlib, sys, zipfile
numpy = importlib.metadata.distribution("numpy")
tag = [line.split()[1] for line in numpy.read_text("WHEEL").splitlines() if line.startswith("Tag:")][-1]
name = f"numpy-{numpy.version}-{tag}.whl"
with zipfile.ZipFile(pathlib.Path(sys.argv[1], name), "w") as wheel:
    for file in numpy.files:
        if ".." not in file.parts and "__pycache__" not in file.parts:
            wheel.write(file.locate(), str(file))
`;

test.runIf(python !== undefined)(
	"the workflow that the README shows installs a NumPy, finds nothing new, and leaves its page",
	async () => {
		await execa(python ?? "", ["-c", packNumpy, folder]);
		writeFileSync(join(folder, "python3"), `#!/bin/sh\nexec "${python}" "$@"\n`, { mode: 0o755 });
		const bin = join(packageRoot, "dist", "src", "bin.js");
		const { stdout, exitCode } = await execa(process.execPath, [bin, ...workflowCommand()], {
			cwd: folder,
			reject: false,
			env: { PATH: folder, PYENV_ROOT: folder, PIP_NO_INDEX: "1", PIP_FIND_LINKS: folder },
		});
		expect(stdout).toMatch(/^nothing new$/m);
		expect(exitCode).toBe(0);
		expect(readFileSync(join(folder, "release.html"), "utf8")).toContain("Nothing is new");
	},
	240_000,
);

test("the README names every command and every verdict", async () => {
	const { stdout } = await execa(process.execPath, [join(packageRoot, "dist", "src", "bin.js"), "--help"]);
	const commands = [...stdout.matchAll(/^ {2}([a-z-]+) /gm)].flatMap(([, name]) =>
		name === "help" ? [] : (name ?? []),
	);
	expect(commands).toContain("run");
	const missing = [...commands, ...verdictClasses].filter((word) => !new RegExp(`\`${word}[ \`]`).test(readme));
	expect(missing).toEqual([]);
});
