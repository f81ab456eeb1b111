import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { start, type Started } from "../testing/processes.js";
import { temporaryFolder, writeFiles } from "../testing/temporary-folder.js";

const lockModule = fileURLToPath(new URL("lock.mjs", import.meta.url));

/** A process that takes the lock of a folder and does some work under it. */
function startHolder(folder: string, work: string): Started {
	const program = `
		import { appendFileSync } from "node:fs";
		import { setTimeout as sleep } from "node:timers/promises";
		import { spawn } from "node:child_process";
		import { withLock, holdLockFor } from ${JSON.stringify(lockModule)};
		const log = (word) => appendFileSync(${JSON.stringify(join(folder, "log"))}, word + "\\n");
		await withLock(${JSON.stringify(folder)}, async () => { ${work} });`;
	return start(process.execPath, ["--input-type=module", "--eval", program]);
}

test("of many runs at once one is at work at a time", async () => {
	const folder = temporaryFolder();
	const holders = Array.from({ length: 6 }, () => startHolder(folder, 'log("in"); await sleep(30); log("out");'));
	const endings = await Promise.all(holders.map(({ ended }) => ended));
	expect(endings.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual([0, 0, 0, 0, 0, 0]);
	expect(readFileSync(join(folder, "log"), "utf8")).toBe("in\nout\n".repeat(6));
	expect(existsSync(join(folder, ".ndwire", "lock"))).toBe(false);
});

test("a run that waits says for whom", async () => {
	const folder = temporaryFolder();
	const first = startHolder(folder, 'console.log("held"); await sleep(60_000);');
	await first.shows("held");
	const second = startHolder(folder, "");
	await second.shows(`Waiting for process ${first.pid}`);
	first.kill("SIGKILL");
	expect(await second.ended).toMatchObject({ code: 0 });
});

test("what a killed run has started is waited for", async () => {
	const folder = temporaryFolder();
	const first = startHolder(
		folder,
		`const child = spawn("sh", ["-c", "sleep 0.7; echo orphan >> log"], { cwd: ${JSON.stringify(folder)}, detached: true, stdio: "ignore" });
		holdLockFor(child.pid);
		console.log("held");
		await sleep(60_000);`,
	);
	await first.shows("held");
	first.kill("SIGKILL");
	await first.ended;
	expect(await startHolder(folder, 'log("next")').ended).toMatchObject({ code: 0 });
	expect(readFileSync(join(folder, "log"), "utf8")).toBe("orphan\nnext\n");
});

test.each([
	{ what: "of a process that is gone", started: undefined },
	{ what: "of a process whose number was given again", started: "1" },
])("a lock $what is taken over", async ({ started }) => {
	const gone = spawn("true", { stdio: "ignore" });
	await once(gone, "exit");
	// The number of a living process, this one, is no proof: it started at another time.
	const holder = started === undefined ? { pid: gone.pid } : { pid: process.pid, started };
	const folder = temporaryFolder();
	writeFiles(folder, { ".ndwire/lock": JSON.stringify({ holder, groups: [] }) });
	expect(await startHolder(folder, 'log("in")').ended).toMatchObject({ code: 0, stderr: "" });
	expect(readFileSync(join(folder, "log"), "utf8")).toBe("in\n");
});

test("Ctrl-C ends a run that waits", async () => {
	const folder = temporaryFolder();
	const first = startHolder(folder, 'console.log("held"); await sleep(60_000);');
	await first.shows("held");
	const second = startHolder(folder, 'log("never");');
	await second.shows("Waiting for process");
	second.kill("SIGINT");
	expect((await second.ended).code).not.toBe(0);
	expect(existsSync(join(folder, "log"))).toBe(false);
});
