import { step } from "./progress.mjs";
import { run } from "./run.mjs";

/**
 * Builds all packages; turbo knows what is built already.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
export async function ensureBuilt(root, env) {
	const args = ["run", "build", "--output-logs=errors-only", "--no-update-notifier"];
	const { code, output } = await step("Building", () => run("turbo", args, { cwd: root, env, output: "capture" }));
	if (code !== 0) throw new Error(`${output.trimEnd()}\n\nThe build failed as above.`);
}
