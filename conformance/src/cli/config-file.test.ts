import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packageRoot } from "../package-root.js";
import { removeFolder, toyAdapter, writeToySuite } from "../testing/toy-suite.js";

let folder = "";
let suite = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "npconform-config-"));
	suite = writeToySuite([{ name: "a" }, { name: "b" }, { name: "bug" }]);
});
afterEach(() => [folder, suite].forEach(removeFolder));

async function runWith(config: unknown, ...parameters: readonly string[]) {
	writeFileSync(join(folder, "npconform.config.json"), JSON.stringify(config));
	const bin = join(packageRoot, "dist", "src", "bin.js");
	const { exitCode, stdout, stderr } = await execa(process.execPath, [bin, "run", ...parameters], {
		cwd: folder,
		reject: false,
		env: { NDWIRE_PYTHON: "" },
	});
	return { exitCode, stdout, stderr };
}

const cmd = `"${process.execPath}" "${toyAdapter}"`;

test("a config file says what the command line would", async () => {
	const config = { cmd, suite, quiet: true, filter: ["toy/plain/a", "toy/plain/b"], jobs: 2 };
	expect(await runWith(config)).toMatchObject({ exitCode: 0, stdout: "toy 1 (node), no oracle: 2 of 2 passed" });
});

test("the command line goes before", async () => {
	const config = { cmd, suite, quiet: true, filter: "toy/plain/a" };
	const { stdout } = await runWith(config, "--filter", "toy/plain/bug");
	expect(stdout).toBe("toy 1 (node), no oracle: 0 of 1 passed, 1 failed");
});

test.each([
	[{ colour: "red" }, 'there is no option "colour"'],
	[{ jobs: 0 }, "jobs: A whole number above 0 is needed."],
	[{ strict: "yes" }, "strict: true or false is needed"],
	[{ filter: [null] }, "filter: text or a number is needed"],
	[[], "cannot be used: an object is needed"],
])("%j is a mistake of usage", async (config, message) => {
	const { exitCode, stderr } = await runWith(config);
	expect(stderr).toContain(message);
	expect(exitCode).toBe(2);
});
