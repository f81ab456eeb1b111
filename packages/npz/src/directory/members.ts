import type { DirectoryEntry } from "./entry.js";

/** The members of an archive by the names under which NumPy has them. */
export interface Members {
	/** By the names that `NpzFile.files` has: without `.npy`, in the order of the directory, each once. */
	readonly byName: ReadonlyMap<string, DirectoryEntry>;
	/** The member of a name with or without `.npy`. */
	find(name: string): DirectoryEntry | undefined;
}

/**
 * Names the members as `numpy.lib.npyio.NpzFile` does. Of equal names the last counts; a name without `.npy` means the member that is
 * called just so, if there is one, before that with `.npy`.
 */
export function nameMembers(entries: readonly DirectoryEntry[]): Members {
	const byFullName = new Map(entries.map((entry) => [entry.name, entry]));
	const byName = new Map(entries.map((entry) => [withoutSuffix(entry.name), entry]));
	for (const name of byName.keys()) {
		const calledSo = byFullName.get(name);
		if (calledSo !== undefined) byName.set(name, calledSo);
	}
	return { byName, find: (name) => byFullName.get(name) ?? byName.get(name) };
}

function withoutSuffix(name: string): string {
	return name.endsWith(".npy") ? name.slice(0, -".npy".length) : name;
}
