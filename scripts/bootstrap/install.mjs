import { join } from "node:path";

import { firstOnPath, setupEnvironment } from "./environment.mjs";
import { readJsonFile, writeJsonFile } from "./json-file.mjs";
import { run } from "./run.mjs";

/**
 * Installs node and pnpm with npm into a folder of their own, then the workspace with them.
 *
 * npx would do the first half, but the folder that it keeps for this in npm's cache stays broken for good when it is
 * killed while filling it; ours is removed before another attempt.
 *
 * @typedef {{ readonly node: string, readonly pnpm: string }} Pinned exact versions
 */

/**
 * Where the installer lives. A package of its own, so that npm takes it and not the workspace for its project.
 *
 * @param {string} root
 */
export function installerFolder(root) {
	return join(root, ".ndwire", "installer");
}

/**
 * The versions of the installer's parts, as package.json pins them for the workspace.
 *
 * @param {string} root
 * @returns {Pinned}
 */
export function pinnedVersions(root) {
	const path = join(root, "package.json");
	const manifest = readJsonFile(path);
	const pinned = hasDevDependencies(manifest) ? manifest.devDependencies : undefined;
	if (pinned?.node === undefined || pinned.pnpm === undefined) throw new Error(`${path} pins no node or no pnpm.`);
	return { node: pinned.node, pnpm: pinned.pnpm };
}

/**
 * @param {unknown} manifest
 * @returns {manifest is { readonly devDependencies: Partial<Pinned> }}
 */
function hasDevDependencies(manifest) {
	return typeof manifest === "object" && manifest !== null && "devDependencies" in manifest;
}

/**
 * @param {string} root
 * @param {Pinned} pinned
 */
export async function install(root, pinned) {
	const installer = installerFolder(root);
	writeJsonFile(join(installer, "package.json"), { private: true, dependencies: pinned });
	await mustRun("npm install --no-package-lock --no-audit --no-fund --loglevel=error", installer, setupEnvironment());

	const withInstaller = firstOnPath(join(installer, "node_modules", ".bin"), setupEnvironment());
	await mustRun("pnpm install --frozen-lockfile --config.confirm-modules-purge=false", root, withInstaller);
}

/**
 * @param {string} line a program and its arguments, separated by single spaces
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 */
async function mustRun(line, cwd, env) {
	const [program = "", ...args] = line.split(" ");
	const ending = await run(program, args, { cwd, env, output: "capture" });
	if (ending.code === 0) return;
	throw new Error(`${ending.output.trimEnd()}\n\nThe pinned tools could not be installed: "${line}" failed as above.`);
}
