import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readObject, readOptionalString } from "./protocol/fields.js";
import { parseJson } from "./protocol/json.js";

/** The folder of the package `npconform`, whether this file was compiled into `dist` or runs from its source. */
export const packageRoot: string = findRoot(import.meta.dirname);

/** Version of the runner. */
export const packageVersion: string = readManifest(packageRoot).version;

function findRoot(folder: string): string {
	if (existsSync(join(folder, "package.json")) && readManifest(folder).name === "npconform") return folder;
	const parent = dirname(folder);
	if (parent === folder) throw new Error("the package npconform is not where its own code lies");
	return findRoot(parent);
}

function readManifest(folder: string): { readonly name: string; readonly version: string } {
	const manifest = readObject(parseJson(readFileSync(join(folder, "package.json"), "utf8")), "package.json");
	return {
		name: readOptionalString(manifest, "name", "package.json") ?? "",
		version: readOptionalString(manifest, "version", "package.json") ?? "",
	};
}
