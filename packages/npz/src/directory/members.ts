import type { DirectoryEntry } from "./entry.js";

/** The members of an archive by the names under which NumPy has them. */
export interface Members {
	/** Names as `NpzFile.files` has them, without `.npy` and each once. */
	readonly names: readonly string[];
	/** The member of a name with or without `.npy`. */
	readonly find: (name: string) => DirectoryEntry | undefined;
}

/**
 * Names the members as `numpy.lib.npyio.NpzFile` does. Of equal names the last counts; a name without `.npy` means the member that is
 * called just so, if there is one, before that with `.npy`.
 */
export function nameMembers(entries: readonly DirectoryEntry[]): Members {
	const byFullName = new Map(entries.map((entry) => [entry.name, entry]));
	const byShortName = new Map(entries.map(({ name }) => [withoutSuffix(name), byFullName.get(name)]));
	return {
		names: [...byShortName.keys()],
		find: (name) => byFullName.get(name) ?? byShortName.get(name),
	};
}

function withoutSuffix(name: string): string {
	return name.endsWith(".npy") ? name.slice(0, -".npy".length) : name;
}
