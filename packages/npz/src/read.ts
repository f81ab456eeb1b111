import { FormatError } from "@ndwire/core";
import type { SourceLike } from "@ndwire/core/source";
import { nameMembers } from "./directory/members.js";
import { inParallel } from "./in-parallel.js";
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
	const { names, find } = nameMembers(await readEntries(opened, opened.size, options.signal));
	const allowance = new Allowance(options);
	const total = names.reduce((sum, name) => sum + (find(name)?.compressedSize ?? 0), 0);
	let loaded = 0;
	const read = async (name: string): Promise<readonly [string, NpzValue][]> => {
		const entry = find(name);
		if (entry === undefined) return [];
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
	return new Map((await inParallel(names, width, read)).flat());
}

/** Members that are read at once: more requests than browsers send to one server gain nothing, nor do more threads than zlib has. */
const width = 6;
