import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./shell.js";
import { start, type Ended, type Started } from "./testing/processes.js";
import { linkPrograms, temporaryFolder, writeFiles } from "./testing/temporary-folder.js";

const manifest = JSON.stringify({ devDependencies: { node: "26.0.0", pnpm: "11.0.0" } });

/** Text for sh: a program that notes its start, and waits as long as a file `gate` is there. */
const noting = `#!/bin/sh
echo "$(basename "$0") $(basename "$1")" >> "$NOTES"
while [ -e "$REPOSITORY/gate" ]; do sleep 0.05; done
`;

const fakeNode = "#!/bin/sh\necho v26.0.0\n";

/** Stands for the real pnpm, turbo and tsx: leaves in node_modules what the bootstrap looks at. */
const fakePnpm = `${noting}
cd "$REPOSITORY"
mkdir -p node_modules/.bin && cp fakes/node fakes/tsx fakes/turbo node_modules/.bin/
`;

/** A repository with the real bootstrap and stand-ins for npm and what it installs. */
function repository(): {
	readonly folder: string;
	readonly start: (...args: readonly string[]) => Started;
	readonly run: (...args: readonly string[]) => Promise<Ended>;
	readonly notes: () => readonly string[];
} {
	const folder = temporaryFolder({
		"package.json": manifest,
		"pnpm-lock.yaml": "lockfileVersion: 9",
		"pnpm-workspace.yaml": "packages: []",
		".npmrc": "",
		"packages/core/package.json": "{}",
		"conformance/package.json": "{}",
		"fakes/node": fakeNode,
		"fakes/pnpm": fakePnpm,
		"fakes/turbo": noting,
		"fakes/tsx": `${noting}echo "$@"; echo "$NDWIRE_HOST_NODE"\n`,
		"bin/npm": `${noting}mkdir -p node_modules/.bin && cp "$REPOSITORY"/fakes/* node_modules/.bin/\n`,
	});
	cpSync(join(root, "scripts", "bootstrap.mjs"), join(folder, "scripts", "bootstrap.mjs"));
	cpSync(join(root, "scripts", "tasks.mjs"), join(folder, "scripts", "tasks.mjs"));
	cpSync(join(root, "scripts", "bootstrap"), join(folder, "scripts", "bootstrap"), { recursive: true });
	linkPrograms(join(folder, "tools"), ["basename", "mkdir", "cp", "sleep"]);
	const env = {
		PATH: `${join(folder, "bin")}:${join(folder, "tools")}`,
		NOTES: join(folder, "notes"),
		REPOSITORY: folder,
	};
	const startBootstrap = (...args: readonly string[]) =>
		start(process.execPath, [join(folder, "scripts", "bootstrap.mjs"), ...args], { env, cwd: folder });
	return {
		folder,
		start: startBootstrap,
		run: (...args) => startBootstrap(...args).ended,
		notes: () =>
			existsSync(join(folder, "notes")) ? readFileSync(join(folder, "notes"), "utf8").trim().split("\n") : [],
	};
}

const install = ["npm install", "pnpm install"];
const task = ["tsx test-bootstrap.ts"];

test("the first run installs, the second one only runs the task, on the pinned tools", async () => {
	const { run, notes } = repository();
	expect(await run("test:bootstrap", "a", "b c")).toMatchObject({
		code: 0,
		stdout: expect.stringMatching(/test-bootstrap\.ts a b c\n.*node.*\n$/),
	});
	expect(notes()).toEqual([...install, ...task]);
	expect(await run("test:bootstrap")).toMatchObject({ code: 0, stderr: "" });
	expect(notes()).toEqual([...install, ...task, ...task]);
});

test.each([
	"package.json",
	"pnpm-lock.yaml",
	"pnpm-workspace.yaml",
	"conformance/package.json",
	"packages/core/package.json",
])("another %s installs again, over what is there", async (name) => {
	const { folder, run, notes } = repository();
	await run("test:bootstrap");
	writeFiles(folder, { [name]: name === "package.json" ? `${manifest} ` : "{} ", "node_modules/kept": "" });
	await run("test:bootstrap");
	expect(notes()).toEqual([...install, ...task, ...install, ...task]);
	expect(existsSync(join(folder, "node_modules", "kept"))).toBe(true);
});

test("an install that is killed half-way is swept away by the next run, which makes it whole", async () => {
	const { folder, start: startBootstrap, run, notes } = repository();
	writeFiles(folder, { gate: "", "node_modules/half": "" });
	const killed = startBootstrap("test:bootstrap");
	while (notes().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
	killed.kill("SIGKILL");
	const next = startBootstrap("test:bootstrap");
	await next.shows(`Waiting for process ${killed.pid}`);
	rmSync(join(folder, "gate"));
	expect(await next.ended).toMatchObject({ code: 0 });
	expect(existsSync(join(folder, "node_modules", "half"))).toBe(false);
	expect(await run("test:bootstrap")).toMatchObject({ code: 0, stderr: "" });
	expect(notes()).toEqual(["npm install", ...install, ...task, ...task]);
});

test("tools that no longer start are installed anew", async () => {
	const { folder, run, notes } = repository();
	await run("test:bootstrap");
	writeFiles(folder, { "node_modules/.bin/node": "#!/bin/sh\necho v20.0.0\n", "node_modules/old": "" });
	expect(await run("test:bootstrap")).toMatchObject({ code: 0 });
	expect(existsSync(join(folder, "node_modules", "old"))).toBe(false);
	expect(notes()).toEqual([...install, ...task, ...install, ...task]);
});

test("an install that fails shows what it said, ends with 3, and is tried again by the next run", async () => {
	const { folder, run, notes } = repository();
	writeFiles(folder, { "fakes/pnpm": "#!/bin/sh\necho no network; exit 1\n" });
	expect(await run("test:bootstrap")).toMatchObject({
		code: 3,
		stderr: expect.stringMatching(/no network[^]*"pnpm install .*" failed/),
	});
	writeFiles(folder, { "fakes/pnpm": fakePnpm });
	expect(await run("test:bootstrap")).toMatchObject({ code: 0 });
	expect(notes()).toEqual(["npm install", ...install, ...task]);
});

test("an install that leaves another Node than the pinned one is told of", async () => {
	const { folder, run } = repository();
	writeFiles(folder, { "fakes/node": "#!/bin/sh\necho v20.0.0\n" });
	expect(await run("test:bootstrap")).toMatchObject({
		code: 3,
		stderr: expect.stringContaining("is not Node 26.0.0"),
	});
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
	"%s ends the task and us, and the lock is released",
	async (signal) => {
		const { folder, start: startBootstrap, run, notes } = repository();
		await run("test:bootstrap");
		writeFiles(folder, { gate: "" });
		const running = startBootstrap("test:bootstrap");
		while (notes().length < 4) await new Promise((resolve) => setTimeout(resolve, 10));
		running.kill(signal);
		expect(await running.ended).toMatchObject({ signal });
		expect(existsSync(join(folder, ".ndwire", "lock"))).toBe(false);
	},
);

test("the exit code of the task is ours", async () => {
	const { folder, run } = repository();
	writeFiles(folder, { "fakes/tsx": "#!/bin/sh\nexit 42\n" });
	expect(await run("test:bootstrap")).toMatchObject({ code: 42 });
});

test("a task that was killed ends us as a shell would say it", async () => {
	const { folder, run } = repository();
	writeFiles(folder, { "fakes/tsx": "#!/bin/sh\nkill -KILL $$\n" });
	expect(await run("test:bootstrap")).toMatchObject({ code: 137 });
});

test.each([[[]], [["nonsense"]], [["constructor"]]])(
	"%j is no task: the tasks are listed, exit code 2",
	async (args) => {
		const { run, notes } = repository();
		expect(await run(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining("conformance ") });
		expect(notes()).toEqual([]);
	},
);

test("a task that needs Python ends with 3 and says what is missing", async () => {
	const { folder, run } = repository();
	writeFiles(folder, {
		"python-fixtures/requirements.txt": "",
		"conformance/suite/suite.json": '{"cell":"np2.4.6-py3.11.7-linux-x64"}',
	});
	expect(await run("check:dtype")).toMatchObject({
		code: 3,
		stderr: '"check:dtype" needs Python with NumPy. No Python 3.9 or newer was found on PATH.\n',
	});
});
