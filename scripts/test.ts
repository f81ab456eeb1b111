/**
 * Everything that must hold before a change is taken. Each check runs, whatever became of the others; what failed
 * prints its output. When all of them came to their end, the count of tests is written to the file that NDWIRE_TALLY
 * names, if any: proof that the run is whole.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "./bootstrap/progress.mjs";
import { root } from "./shell.js";
import { runChecks } from "./test/check.js";
import { checks } from "./test/checks.js";
import { formatTally } from "./test/tally.js";

const results = join(root, ".ndwire", "results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const { tally, broken } = await runChecks(checks(results));
if (broken.length > 0) {
	say(`\nNot all is well: ${broken.join(", ")}.`);
	process.exitCode = 1;
} else {
	const { NDWIRE_TALLY: file } = process.env;
	if (file !== undefined) writeFileSync(file, `${formatTally(tally)}\n`);
	say(tally.failed === 0 ? "\nAll is well." : `\n${tally.failed} tests failed.`);
	process.exitCode = tally.failed === 0 ? 0 : 1;
}
