import { cpSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { $, root } from "../shell.js";
import { start, type Started } from "../testing/processes.js";
import { temporaryFolder } from "../testing/temporary-folder.js";

/** PATH as it is outside of `npm run`, without the tools of this repository. */
export const outerPath: string = (process.env["PATH"] ?? "")
	.split(delimiter)
	.filter((folder) => !folder.includes("node_modules"))
	.join(delimiter);

/** A machine that has seen nothing of this project. */
export interface Stranger {
	/** A copy of this repository's files, without anything that was installed or built. */
	readonly clone: string;
	readonly npm: (...args: readonly string[]) => Started;
}

/** Copies what git would clone if all were committed. Nothing is in the environment but HOME, LANG and PATH. */
export async function stranger({ home = temporaryFolder(), path = outerPath } = {}): Promise<Stranger> {
	const clone = temporaryFolder();
	const { stdout } = await $`git ls-files -z --cached --others --exclude-standard --deduplicate`;
	for (const name of stdout.split("\0").filter((text) => text !== "")) {
		mkdirSync(dirname(join(clone, name)), { recursive: true });
		cpSync(join(root, name), join(clone, name));
	}
	const env = { HOME: home, LANG: "C.UTF-8", PATH: path };
	return { clone, npm: (...args) => start("npm", args, { cwd: clone, env }) };
}
