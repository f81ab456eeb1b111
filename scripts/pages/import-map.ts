import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../shell.js";

/**
 * An import map, as JSON, for who resolves no names of packages: every entry of every package by the `exports` of its manifest.
 *
 * @param base - What stands for the folder of the repository: "" for a server of it, a `file:` URL.
 */
export function importMap(base: string): string {
	const imports = readdirSync(join(root, "packages")).flatMap((folder) => entriesOf(folder, base));
	return JSON.stringify({ imports: Object.fromEntries(imports) });
}

function entriesOf(folder: string, base: string): readonly (readonly [name: string, url: string])[] {
	const manifest: unknown = JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8"));
	const exports = isRecord(manifest) && isRecord(manifest["exports"]) ? manifest["exports"] : {};
	return Object.entries(exports).map(([entry, file]) => [
		`@ndwire/${folder}${entry.slice(1)}`,
		`${base}/packages/${folder}/${String(file).slice(2)}`,
	]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}
