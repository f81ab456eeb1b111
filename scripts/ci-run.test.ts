import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./shell.js";
import { start } from "./testing/processes.js";
import { temporaryFolder } from "./testing/temporary-folder.js";

/** Runs .ci/run in a folder of its own with an `npm` that does what the shell text says. */
async function runWithNpm(npm: string): Promise<{ readonly code: number | null; readonly lines: readonly string[] }> {
	const folder = temporaryFolder({
		".ci/run": readFileSync(join(root, ".ci/run"), "utf8"),
		".ci/programs": "",
		"bin/npm": `#!/bin/sh\n${npm}\n`,
	});
	const env = { ...process.env, PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter) };
	const { code, stdout } = await start(join(folder, ".ci/run"), [], { env }).ended;
	return { code, lines: stdout.split("\n").slice(0, -1) };
}

const count = /^\d+ passed, \d+ failed, \d+ skipped$/;

test("a run that came to its end ends with the count, alone on the last line", async () => {
	const { code, lines } = await runWithNpm('echo working; echo "7 passed, 0 failed, 1 skipped" > "$NDWIRE_TALLY"');
	expect(code).toBe(0);
	expect(lines).toEqual(["working", "7 passed, 0 failed, 1 skipped"]);
});

test("where tests failed, but all ran, the count is printed and the exit code tells", async () => {
	const { code, lines } = await runWithNpm('echo "6 passed, 1 failed, 0 skipped" > "$NDWIRE_TALLY"; exit 1');
	expect(code).toBe(1);
	expect(lines.at(-1)).toBe("6 passed, 1 failed, 0 skipped");
});

test.each([
	{ what: "that fails early", npm: "exit 1", code: 1 },
	{ what: "that is killed", npm: "kill -KILL $$", code: 137 },
	{ what: "that ends well but proves nothing", npm: "exit 0", code: 1 },
	{ what: "that leaves an empty count", npm: ': > "$NDWIRE_TALLY"', code: 1 },
])("a run $what prints no count and exits $code", async ({ npm, code }) => {
	const done = await runWithNpm(npm);
	expect(done.code).toBe(code);
	expect(done.lines.filter((line) => count.test(line))).toEqual([]);
});

test("npm test is given a fresh file for the count: one of an earlier run cannot be counted", async () => {
	const { code, lines } = await runWithNpm('[ -e "$NDWIRE_TALLY" ] && echo stale; exit 4');
	expect(code).toBe(4);
	expect(lines).toEqual([]);
});
