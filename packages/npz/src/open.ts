import type { ByteSource, SourceLike } from "@ndwire/core/source";
import { crc32 } from "./crc32.js";
import { checkStart, startLength } from "./directory/check-start.js";
import { decodeDirectory } from "./directory/decode-directory.js";
import { findDirectory, tailLength } from "./directory/end-record.js";
import { publicEntry, type DirectoryEntry, type NpzEntry } from "./directory/entry.js";
import { nameMembers, type Members } from "./directory/members.js";
import { decodeContent, type NpzValue } from "./member/decode-content.js";
import { inMember } from "./member/in-member.js";
import { inflateByStream } from "./member/inflate-by-stream.js";
import { brokenStream, type AsyncInflate } from "./member/inflate.js";
import { Allowance } from "./member/limits.js";
import { compressedBytes, extentOf } from "./member/local-header.js";
import { unpack } from "./member/unpack.js";
import type { OpenNpzOptions } from "./options.js";
import { seekable } from "./seekable.js";

/**
 * Opens an archive and reads its directory, which lies at its end; the members wait until they are asked for.
 *
 * @param source - A file, Blob, URL or memory is read where it is needed. A Response or a stream has to be read whole.
 * @throws {FormatError} for an archive that `np.load` does not open.
 * @throws {TypeError} for a source whose size is not known.
 *
 * @example
 * ```ts
 * const archive = await openNpz(await fromUrl(new URL("https://example.org/large.npz")));
 * archive.names; // ["weights", "bias"]
 * const bias = await archive.get("bias"); // nothing else is fetched
 * ```
 */
export async function openNpz(source: SourceLike, options: OpenNpzOptions = {}): Promise<NpzArchive> {
	const { signal } = options;
	const opened = await seekable(source, signal);
	return new NpzArchive(opened, await readEntries(opened, opened.size, signal), options);
}

/** An archive whose members are read when they are asked for. It does not close its source. */
export class NpzArchive {
	/** Names as `NpzFile.files` has them: without `.npy`, in the order of the directory, each once. */
	readonly names: readonly string[];
	/** What the directory lists. */
	readonly entries: readonly NpzEntry[];
	readonly #source: ByteSource;
	readonly #members: Members;
	readonly #options: OpenNpzOptions;

	constructor(source: ByteSource, entries: readonly DirectoryEntry[], options: OpenNpzOptions) {
		this.#source = source;
		this.#members = nameMembers(entries);
		this.#options = options;
		this.names = [...this.#members.byName.keys()];
		this.entries = entries.map(publicEntry);
	}

	/** Whether there is a member of that name, with or without `.npy`. */
	has(name: string): boolean {
		return this.#members.find(name) !== undefined;
	}

	/**
	 * The member of a name, with or without `.npy`: an array, or bytes where it is no npy file. A view where the source is memory and
	 * the member is stored. The limits of the options hold for each member.
	 *
	 * @throws {RangeError} if there is none.
	 * @throws {FormatError} as `decodeNpz` does for a member.
	 */
	async get(
		name: string,
		{ signal = this.#options.signal }: { readonly signal?: AbortSignal } = {},
	): Promise<NpzValue> {
		const entry = this.#members.find(name);
		if (entry === undefined) throw new RangeError(`${JSON.stringify(name)} is not a file in the archive`);
		const options = { ...this.#options, signal };
		return readMember(this.#source, entry, new Allowance(options), options);
	}
}

/** The entries of an archive's directory: one read, or two where the directory is longer than the longest comment. */
export async function readEntries(
	source: ByteSource,
	size: number,
	signal: AbortSignal | undefined,
): Promise<readonly DirectoryEntry[]> {
	checkStart(await source.read(0, Math.min(size, startLength), { signal }));
	const tailStart = Math.max(0, size - tailLength);
	const tail = await source.read(tailStart, size - tailStart, { signal });
	const place = findDirectory(tail, size);
	const { start, length } = place;
	const directory =
		start < tailStart
			? await source.read(start, length, { signal })
			: tail.subarray(start - tailStart, start - tailStart + length);
	return decodeDirectory(directory, place);
}

/** A member, with its name in what is thrown. */
export async function readMember(
	source: ByteSource,
	entry: DirectoryEntry,
	allowance: Allowance,
	options: OpenNpzOptions,
): Promise<NpzValue> {
	const { signal, inflate = inflateByStream } = options;
	try {
		const { start, end } = extentOf(entry);
		const compressed = compressedBytes(await source.read(start, end - start, { signal }), entry);
		const content = await unpack(compressed, entry, allowance, (deflated, size) => inflateBy(inflate, deflated, size));
		signal?.throwIfAborted();
		return decodeContent(content, entry, options.crc32 ?? crc32, options);
	} catch (error) {
		throw inMember(error, entry.name);
	}
}

async function inflateBy(inflate: AsyncInflate, deflated: Uint8Array, size: number): Promise<Uint8Array> {
	try {
		return await inflate(deflated, size);
	} catch (error) {
		throw brokenStream(error);
	}
}
