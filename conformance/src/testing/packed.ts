import { mkdirSync, mkdtempSync, renameSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { packageRoot } from "../package-root.js";

/**
 * Packs this package as for the registry, and puts it into an empty folder as npm installs it, with its dependencies.
 *
 * @returns The folder.
 */
export async function installPacked(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), "npconform-packed-"));
	const modules = join(folder, "node_modules");
	mkdirSync(join(modules, ".bin"), { recursive: true });
	await execa("npm", ["pack", "--pack-destination", folder], { cwd: packageRoot });
	await execa({ cwd: folder, shell: true })`tar -xzf npconform-*.tgz`;
	renameSync(join(folder, "package"), join(modules, "npconform"));
	symlinkSync("../npconform/dist/src/bin.js", join(modules, ".bin", "npconform"));
	for (const name of ["commander", "execa"]) {
		symlinkSync(join(packageRoot, "node_modules", name), join(modules, name));
	}
	return folder;
}
