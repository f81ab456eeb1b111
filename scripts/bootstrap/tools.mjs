import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { setupEnvironment } from "./environment.mjs";
import { install, installerFolder, pinnedVersions } from "./install.mjs";
import { step } from "./progress.mjs";
import { run } from "./run.mjs";
import { digestOf, markReady, markUnfinished, readStamp } from "./stamp.mjs";

/**
 * The JavaScript side: everything that the manifests name, at the versions that the lockfile pins, in node_modules.
 *
 * Installs it unless the stamp proves that it is there. What an install left that did not come to its end, and tools
 * that do not start, are swept away and made anew.
 *
 * @param {string} root
 */
export async function ensureTools(root) {
	const stamp = join(root, ".ndwire", "tools.json");
	const digest = digestOf(root, installInputs(root));
	const pinned = pinnedVersions(root);
	const state = readStamp(stamp, digest);
	const broken = state === "unfinished" || (state !== "none" && !(await toolsWork(root, pinned.node)));
	if (state === "ready" && !broken) return;

	if (broken) await step("Removing an unfinished set-up", async () => removeInstalled(root));
	markUnfinished(stamp);
	await step("Installing the pinned tools", () => install(root, pinned));
	if (!(await toolsWork(root, pinned.node))) {
		throw new Error(`The tools were installed, but node_modules/.bin/node is not Node ${pinned.node}.`);
	}
	markReady(stamp, digest);
}

/**
 * All that decides what an install gives.
 *
 * @param {string} root
 */
function installInputs(root) {
	return ["pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc"]
		.map((name) => join(root, name))
		.concat(packageFolders(root).map((folder) => join(folder, "package.json")));
}

/**
 * The root and the members of the workspace.
 *
 * @param {string} root
 */
function packageFolders(root) {
	const packages = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name));
	const others = ["conformance", "conformance/bench"].map((name) => join(root, name));
	return [root, ...others, ...packages].filter((folder) => existsSync(join(folder, "package.json")));
}

/**
 * Whether the Node that tasks will run on is there and is the pinned one. Where it is missing, scripts would quietly
 * run on the system's.
 *
 * @param {string} root
 * @param {string} version
 */
async function toolsWork(root, version) {
	const node = join(root, "node_modules", ".bin", "node");
	const { code, output } = await run(node, ["--print", "process.version"], {
		cwd: root,
		env: setupEnvironment(),
		output: "capture",
	});
	return code === 0 && output.trim() === `v${version}`;
}

/** @param {string} root */
function removeInstalled(root) {
	const folders = packageFolders(root).map((folder) => join(folder, "node_modules"));
	for (const folder of [...folders, installerFolder(root)]) rmSync(folder, { recursive: true, force: true });
}
