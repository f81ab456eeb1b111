import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { linkPrograms, temporaryFolder } from "../testing/temporary-folder.js";
import { outerPath, stranger } from "./stranger.js";

const secondRunMs = 20_000;

function readReport(clone: string, subject: "ndwire" | "oracle"): string {
	return readFileSync(join(clone, ".ndwire", "reports", `${subject}.ndjson`), "utf8");
}

test("both commands run on a fresh machine; the main job again at once is quick and its reports are equal", async () => {
	const { clone, npm } = await stranger();
	expect(await npm("run", "conformance").ended).toMatchObject({ code: 0 });
	const reports = [readReport(clone, "ndwire"), readReport(clone, "oracle")];
	const begun = performance.now();
	expect(await npm("run", "conformance").ended).toMatchObject({ code: 0 });
	expect(performance.now() - begun).toBeLessThan(secondRunMs);
	expect([readReport(clone, "ndwire"), readReport(clone, "oracle")]).toEqual(reports);
	expect(await npm("test").ended).toMatchObject({ code: 0 });
});

test.each([1, 3, 6, 9, 12, 15])("an install killed after %d s heals on the next run", async (seconds) => {
	const { clone, npm } = await stranger();
	const killed = npm("run", "conformance");
	await sleep(seconds * 1000);
	const { holder, groups } = readLock(clone);
	for (const pid of [killed.pid, holder.pid, ...groups.map((group) => -group)]) kill(pid);
	await killed.ended;
	expect(await npm("run", "conformance").ended).toMatchObject({ code: 0 });
	const begun = performance.now();
	expect(await npm("run", "conformance").ended).toMatchObject({ code: 0 });
	expect(performance.now() - begun).toBeLessThan(secondRunMs);
});

test("with only node, npm, npx, git and sh on PATH the main job passes on the embedded corpus and says so", async () => {
	const path = temporaryFolder();
	vi.stubEnv("PATH", outerPath);
	linkPrograms(path, ["node", "npm", "npx", "git", "sh"]);
	vi.unstubAllEnvs();
	const { clone, npm } = await stranger({ path });
	const { code, stderr } = await npm("run", "conformance").ended;
	expect(code).toBe(0);
	expect(stderr).toContain("Without Python: the corpus in the repository is used as it is");
	expect(readReport(clone, "ndwire")).toContain('"end"');
});

test("two runs at once on a fresh machine both come to their end", async () => {
	const { npm } = await stranger();
	const [one, other] = [npm("run", "conformance"), npm("run", "conformance")];
	expect([await one.ended, await other.ended]).toMatchObject([{ code: 0 }, { code: 0 }]);
});

/** Who works in a clone, as its lock says. */
function readLock(clone: string): { readonly holder: { readonly pid: number }; readonly groups: readonly number[] } {
	// The bootstrap wrote it a moment ago; what it is not would fail the test here.
	// oxlint-disable-next-line typescript/no-unsafe-type-assertion
	return JSON.parse(readFileSync(join(clone, ".ndwire", "lock"), "utf8")) as ReturnType<typeof readLock>;
}

function kill(pid: number): void {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// It has ended with its parent.
	}
}
