import { open, type FileHandle } from "node:fs/promises";
import { allocate } from "../source/allocate.js";
import type { ByteSource, ReadOptions } from "../source/byte-source.js";
import { checkRead } from "../source/check-read.js";
import { inParallel } from "../source/in-parallel.js";
import { truncated } from "../source/truncated.js";

/** A source over a file. `await using` closes it; one that is forgotten is closed when its memory is collected, some time. */
export interface FileSource extends ByteSource {
	/** Bytes in the file when the source was made; undefined for what is no regular file. */
	readonly size: number | undefined;
	/** Closes the file, if the source opened it; a handle that was given stays open. */
	close(): Promise<void>;
	[Symbol.asyncDispose](): Promise<void>;
}

/**
 * A source over a file: opened here if a path is given, else read through the handle, whose own position does not matter and
 * stays. Reads may run side by side. `into` is filled by the system itself, without a copy between.
 *
 * @param file - A path, a `file:` URL, or a handle that stays the caller's to close.
 * @throws What `open` of `node:fs/promises` throws.
 *
 * @example
 * ```ts
 * await using source = await fromFile("large.npy");
 * await source.read(0, 128);
 * ```
 */
export async function fromFile(file: string | URL | FileHandle): Promise<FileSource> {
	if (typeof file !== "string" && !(file instanceof URL)) return new HandleSource(file, await sizeOf(file), false);
	const handle = await open(file);
	try {
		const source = new HandleSource(handle, await sizeOf(handle), true);
		forgotten.register(source, handle, handle);
		return source;
	} catch (error) {
		await handle.close();
		throw error;
	}
}

/** A FileHandle that is collected without having been closed ends the process; nobody who forgot a source would know why. */
const forgotten: FinalizationRegistry<FileHandle> = /* @__PURE__ */ new FinalizationRegistry((handle) => {
	void handle.close();
});

async function sizeOf(handle: FileHandle): Promise<number | undefined> {
	const stat = await handle.stat();
	return stat.isFile() ? stat.size : undefined;
}

class HandleSource implements FileSource {
	readonly size: number | undefined;
	readonly #handle: FileHandle;
	readonly #isOwn: boolean;

	constructor(handle: FileHandle, size: number | undefined, isOwn: boolean) {
		this.size = size;
		this.#handle = handle;
		this.#isOwn = isOwn;
	}

	async read(offset: number, length: number, options: ReadOptions = {}): Promise<Uint8Array> {
		checkRead(this.size, offset, length, options);
		const memory = allocate(length, options.into);
		await inParallel(pieceStarts(length), readsAtOnce, async (start) => {
			const end = Math.min(start + pieceLength, length);
			for (let filled = start; filled < end;) {
				const { bytesRead } = await this.#handle.read(memory, filled, end - filled, offset + filled);
				options.signal?.throwIfAborted();
				if (bytesRead === 0) throw truncated(offset, length, filled);
				filled += bytesRead;
				options.onProgress?.(bytesRead);
			}
		});
		return memory;
	}

	async close(): Promise<void> {
		if (!this.#isOwn) return;
		forgotten.unregister(this.#handle);
		await this.#handle.close();
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.close();
	}
}

function* pieceStarts(length: number): Generator<number, void, undefined> {
	for (let start = 0; start < length; start += pieceLength) yield start;
}

// Fresh memory costs more than reading does, a page fault for every 4 KiB, and the threads have theirs side by side. Between pieces a
// signal is looked at and progress told; what is larger than a core's cache is read more slowly.
const pieceLength = 0x10_0000;
// The threads that Node has for files.
const readsAtOnce = 4;
