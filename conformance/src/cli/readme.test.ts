import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { afterAll, expect, test } from "vitest";
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

test("what the README shows of the matrix is what npconform prints", async () => {
	const blocks = [...readme.matchAll(/^```\n(\$ npconform matrix .*?)^```/gms)].map(([, text = ""]) => text);
	const commands = blocks.flatMap(commandsOf);
	expect(commands.length).toBeGreaterThan(2);
	for (const { words, lines } of commands) {
		const { stdout } = await execa(process.execPath, [join(packageRoot, "dist", "src", "bin.js"), ...words]);
		const printed = new Set(stdout.split("\n"));
		expect(lines.filter((line) => line !== "…" && line !== "" && !printed.has(line))).toEqual([]);
	}
});

test("the README names every command and every verdict", async () => {
	const { stdout } = await execa(process.execPath, [join(packageRoot, "dist", "src", "bin.js"), "--help"]);
	const commands = [...stdout.matchAll(/^ {2}([a-z-]+) /gm)].flatMap(([, name]) =>
		name === "help" ? [] : (name ?? []),
	);
	expect(commands).toContain("run");
	const missing = [...commands, ...verdictClasses].filter((word) => !new RegExp(`\`${word}[ \`]`).test(readme));
	expect(missing).toEqual([]);
});
