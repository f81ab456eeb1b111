import { createHash } from "node:crypto";
import type { Digest } from "./case.js";

/** Name of a content. */
export function digestOf(content: Uint8Array | string): Digest {
	return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

/** The digest of a text file, chunk by chunk. Line endings do not count: a checkout may change them. */
export class TextDigest {
	readonly #hash = createHash("sha256");

	update(chunk: Uint8Array): void {
		this.#hash.update(chunk.includes(0x0d) ? chunk.filter((byte) => byte !== 0x0d) : chunk);
	}

	/** The digest of everything so far. Nothing can be added afterwards. */
	end(): Digest {
		return `sha256:${this.#hash.digest("hex")}`;
	}
}

/** A file of the suite. */
export interface FileDigest {
	/** Relative to the suite, with `/`. */
	readonly path: string;
	readonly digest: Digest;
}

/**
 * Name of a whole suite: the digest over path and digest of every file of cases and blobs, sorted by path. Times do not count.
 */
export function suiteDigest(files: readonly FileDigest[]): Digest {
	const lines = files.map(({ path, digest }) => `${path} ${digest}\n`);
	return digestOf(lines.toSorted().join(""));
}
