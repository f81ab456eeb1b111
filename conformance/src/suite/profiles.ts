import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Names of the profiles of a suite, such as `npy-core@2026.11`, sorted. */
export function profileNames(folder: string): readonly string[] {
	const profiles = join(folder, "profiles");
	if (!existsSync(profiles)) return [];
	return readdirSync(profiles)
		.filter((file) => file.endsWith(".txt"))
		.map((file) => file.slice(0, -".txt".length))
		.toSorted();
}

/** Ids of the results that a profile names; undefined if there is no such profile. Lines that begin with `#` are for humans. */
export function readProfile(folder: string, name: string): readonly string[] | undefined {
	if (!profileNames(folder).includes(name)) return undefined;
	const text = readFileSync(join(folder, "profiles", `${name}.txt`), "utf8");
	return text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
}
