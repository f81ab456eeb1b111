import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { $ } from "../shell.js";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { tallyOfUnittest } from "./unittest-tally.js";

const { NDWIRE_PYTHON: python } = process.env;

const mixed = `
import unittest

class Mixed(unittest.TestCase):
    def test_holds(self):
        pass

    def test_fails(self):
        self.fail()

    def test_breaks(self):
        raise ValueError

    def test_subtests_count_once(self):
        for n in range(3):
            with self.subTest(n=n):
                self.fail()

    @unittest.skip("not here")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    @unittest.expectedFailure
    def test_unexpected(self):
        pass
`;

async function runUnittests(tests: string) {
	const folder = temporaryFolder({ "test_it.py": tests });
	const result = join(folder, "result.json");
	const { exitCode } = await $`${python ?? ""} -B scripts/test/run_unittests.py ${folder} ${result}`;
	return { exitCode, tally: existsSync(result) ? tallyOfUnittest(readFileSync(result, "utf8")) : undefined };
}

test.runIf(python !== undefined)("each test of unittest counts once", async () => {
	expect(await runUnittests(mixed)).toEqual({ exitCode: 1, tally: { passed: 2, failed: 4, skipped: 1 } });
});

test.runIf(python !== undefined).each([
	{ what: "a module that cannot be imported", tests: "import nowhere" },
	{
		what: "a class whose set-up fails",
		tests: `
import unittest

class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise ValueError

    def test_never_runs(self):
        pass
`,
	},
])("$what gives no count", async ({ tests }) => {
	expect(await runUnittests(tests)).toEqual({ exitCode: 2, tally: undefined });
});
