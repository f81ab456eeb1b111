import { existsSync } from "node:fs";
import { join } from "node:path";
import { findPrograms } from "../bootstrap/search-path.mjs";

/** Where an emulated big-endian machine comes from. */
export interface Sources {
	readonly searchPath: string;
	/** Folder of the machine's own C and C++ libraries. */
	readonly sysroot: string;
	/** Folder into which npm installs the machine's Node. */
	readonly folder: string;
}

/** Debian's place for what the packages below bring. */
export const sysroot = "/usr/s390x-linux-gnu";

const nodePackage = "node-linux-s390x";
/** The oldest release that the codecs support. */
const nodeVersion = "20.11.0";

/**
 * The command that runs a JavaScript file on an IBM Z, which is big-endian: QEMU emulates the processor, and Node is the one that
 * its project builds for it.
 */
export function nodeCommand(sources: Sources): readonly string[] {
	return ["qemu-s390x", "-L", sources.sysroot, nodeProgram(sources)];
}

/** The command that brings what only the machine's owner installs; undefined where all is there. */
export function systemInstall({ searchPath, sysroot }: Sources): string | undefined {
	const isThere: Readonly<Record<string, boolean>> = {
		"qemu-user": findPrograms("qemu-s390x", searchPath).length > 0,
		"libc6-s390x-cross": existsSync(join(sysroot, "lib/libc.so.6")),
		"libstdc++6-s390x-cross": existsSync(join(sysroot, "lib/libstdc++.so.6")),
	};
	const missing = Object.keys(isThere).filter((name) => isThere[name] === false);
	return missing.length === 0 ? undefined : `apt-get install ${missing.join(" ")}`;
}

/** The words of the command that brings Node; undefined where it is there. No install script runs: that is for such machines. */
export function nodeInstall(sources: Sources): readonly string[] | undefined {
	if (existsSync(nodeProgram(sources))) return undefined;
	const options = ["--prefix", sources.folder, "--no-save", "--ignore-scripts", "--force", "--loglevel=error"];
	return ["npm", "install", ...options, `${nodePackage}@${nodeVersion}`];
}

function nodeProgram({ folder }: Sources): string {
	return join(folder, "node_modules", nodePackage, "bin/node");
}
