import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "../bootstrap/progress.mjs";
import { $, root } from "../shell.js";
import type { Check } from "./check.js";
import { tallyOfReport } from "./report-tally.js";
import { tallyOfUnittest } from "./unittest-tally.js";
import { tallyOfVitest } from "./vitest-tally.js";

/** All checks of `npm test`, the quick ones first; those that count write into the folder `results`. */
export function checks(results: string): readonly Check[] {
	return [...staticChecks(), ...testChecks(results), ...conformanceChecks(results), ...packagingChecks()];
}

function staticChecks(): readonly Check[] {
	return [
		{ title: "Types", run: () => $`turbo run typecheck --output-logs=errors-only --no-update-notifier` },
		{ title: "Lint", run: () => $`oxlint` },
		{ title: "Format", run: () => $`oxfmt --check` },
		{ title: "Unused code and dependencies", run: () => $`knip` },
	];
}

function testChecks(results: string): readonly Check[] {
	const vitest = join(results, "vitest.json");
	const plain = join(results, "vitest-plain.json");
	const unittest = join(results, "unittest.json");
	const { NDWIRE_PYTHON: python, NDWIRE_PYTHON_MISSING: missing } = process.env;
	if (python === undefined) say(`Without Python the fixtures' own tests do not run. ${missing ?? ""}`);
	return [
		{
			title: "Unit tests",
			run: () => $`vitest run --reporter=default --reporter=json --outputFile.json=${vitest}`,
			count: () => tallyOfVitest(readFileSync(vitest, "utf8")),
		},
		{
			title: "Unit tests of core without fast paths",
			run: () =>
				withoutFastPaths()`vitest run --project core --reporter=default --reporter=json --outputFile.json=${plain}`,
			count: () => tallyOfVitest(readFileSync(plain, "utf8")),
		},
		...(python === undefined
			? []
			: [
					{
						title: "Unit tests of the fixtures",
						run: () => $`${python} -B scripts/test/run_unittests.py python-fixtures ${unittest}`,
						count: () => tallyOfUnittest(readFileSync(unittest, "utf8")),
					},
				]),
	];
}

function conformanceChecks(results: string): readonly Check[] {
	const host = process.env["NDWIRE_HOST_NODE"] ?? process.execPath;
	const command = (...flags: readonly string[]): string => {
		const words = [host, ...flags, join(root, "conformance/dist/src/bin.js"), "serve", "ndwire"];
		return words.map((word) => word.replaceAll(" ", String.raw`\ `)).join(" ");
	};
	const embedded = join(results, "embedded.ndjson");
	const plain = join(results, "plain.ndjson");
	const onHost = join(results, "host-node.ndjson");
	const lockedDown = join(results, "locked-down.ndjson");
	const locked = command("--disallow-code-generation-from-strings", "--frozen-intrinsics");
	return [
		{
			title: "Conformance, embedded corpus",
			run: () => $`npconform run ndwire --report ${embedded}`,
			count: () => tallyOfReport(readFileSync(embedded, "utf8")),
		},
		{
			title: "Conformance, embedded corpus, without fast paths",
			run: () => withoutFastPaths()`npconform run ndwire --report ${plain}`,
			count: () => tallyOfReport(readFileSync(plain, "utf8")),
		},
		{
			title: "Conformance, embedded corpus, codecs on the machine's own Node",
			run: () => $`npconform run --cmd ${command()} --report ${onHost}`,
			count: () => tallyOfReport(readFileSync(onHost, "utf8")),
		},
		{
			title: "Conformance of pickles, where no text becomes code and no built-in can change",
			run: () => $`npconform run --cmd ${locked} --format pickle --report ${lockedDown}`,
			count: () => tallyOfReport(readFileSync(lockedDown, "utf8")),
		},
	];
}

/** Under this variable the plain twins of the codecs' fast paths do all the work. */
function withoutFastPaths(): typeof $ {
	return $({ env: { ...process.env, NDWIRE_PLAIN: "1" } });
}

function packagingChecks(): readonly Check[] {
	const codecs = readdirSync(join(root, "packages")).map((name) => `packages/${name}`);
	return [
		...codecs.concat("conformance").map((folder) => ({
			title: `Package ${folder}`,
			run: () => $({ cwd: join(root, folder) })`publint --strict`,
		})),
		...codecs.map((folder) => ({
			title: `Types of package ${folder}`,
			run: () => $({ cwd: join(root, folder) })`attw --pack . --profile esm-only --quiet`,
		})),
		{ title: "Bundle sizes", run: () => $`size-limit` },
	];
}
