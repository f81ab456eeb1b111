import { expect, test, vi } from "vitest";
import { $ } from "../shell.js";
import { runChecks, type Check } from "./check.js";

const good: Check = { title: "Good", run: () => $`true` };
const counted: Check = { title: "Counted", run: () => $`true`, count: () => ({ passed: 2, failed: 0, skipped: 1 }) };

/** Runs checks and gives, besides the outcome, what was printed. */
async function outcomeOf(...checks: readonly Check[]) {
	let printed = "";
	const write = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
		printed += String(text);
		return true;
	});
	try {
		return { ...(await runChecks(checks)), printed };
	} finally {
		write.mockRestore();
	}
}

test("counts of all checks add up", async () => {
	const outcome = await outcomeOf(good, counted, counted);
	expect(outcome).toMatchObject({ tally: { passed: 4, failed: 0, skipped: 2 }, broken: [] });
	expect(outcome.printed).toMatch(/✔ Counted: 2 passed, 0 failed, 1 skipped \(\d+\.\d s\)\n/);
});

test("tests that failed are counted, their output is shown, and the other checks still run", async () => {
	const failing: Check = {
		title: "Failing",
		run: () => $`echo this is wrong; exit 1`,
		count: () => ({ passed: 1, failed: 1, skipped: 0 }),
	};
	const outcome = await outcomeOf(failing, counted);
	expect(outcome).toMatchObject({ tally: { passed: 3, failed: 1, skipped: 1 }, broken: [] });
	expect(outcome.printed).toMatch(/✘ Failing: 1 passed, 1 failed, 0 skipped/);
	expect(outcome.printed).toContain("this is wrong");
});

test.each([
	{ what: "a check that fails", check: { title: "Bad", run: () => $`echo said; exit 1` } },
	{ what: "a check whose count cannot be read", check: { title: "Bad", run: () => $`echo said`, count: unreadable } },
	{
		what: "a check that fails though all its tests passed",
		check: { ...counted, title: "Bad", run: () => $`echo said; exit 1` },
	},
])("$what is broken, its output is shown, and the other checks still run", async ({ check }) => {
	const outcome = await outcomeOf(check, counted);
	expect(outcome).toMatchObject({ tally: { passed: 2, failed: 0, skipped: 1 }, broken: ["Bad"] });
	expect(outcome.printed).toContain("said");
});

function unreadable(): never {
	throw new Error("no such file");
}
