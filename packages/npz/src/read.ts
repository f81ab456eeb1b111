import { FormatError } from "@ndwire/core";
import { inParallel, type SourceLike } from "@ndwire/core/source";
import type { DirectoryEntry } from "./directory/entry.js";
import { nameMembers } from "./directory/members.js";
import type { NpzValue } from "./member/decode-content.js";
import { Allowance } from "./member/limits.js";
import { readEntries, readMember } from "./open.js";
import type { ReadNpzOptions } from "./options.js";
import { seekable } from "./seekable.js";

/**
 * All members of an archive, as `decodeNpz` gives them, from whatever bytes can be read from. Several members are read and inflated at
 * once.
 *
 * @param source - A Response or a stream is read whole before anything else; of anything else members are read one by one.
 * @throws {FormatError} as `decodeNpz` does; the option `onBadMember` keeps the other members.
 * @throws {TypeError} for a source whose size is not known.
 *
 * @example
 * ```ts
 * const arrays = await readNpz(await fetch("model.npz"));
 * ```
 */
export async function readNpz(source: SourceLike, options: ReadNpzOptions = {}): Promise<Map<string, NpzValue>> {
	const opened = await seekable(source, options.signal);
	const { byName } = nameMembers(await readEntries(opened, opened.size, options.signal));
	const allowance = new Allowance(options);
	const total = Array.from(byName.values()).reduce((sum, { compressedSize }) => sum + compressedSize, 0);
	let loaded = 0;
	const read = async ([name, entry]: readonly [string, DirectoryEntry]): Promise<readonly [string, NpzValue][]> => {
		try {
			return [[name, await readMember(opened, entry, allowance, options)]];
		} catch (error) {
			if (!(error instanceof FormatError) || options.onBadMember === undefined) throw error;
			options.onBadMember(error);
			return [];
		} finally {
			loaded += entry.compressedSize;
			options.onProgress?.({ loaded, total });
		}
	};
	return new Map((await inParallel(byName, width, read)).flat());
}

/** Members that are read at once: more requests than browsers send to one server gain nothing, nor do more threads than zlib has. */
const width = 6;
