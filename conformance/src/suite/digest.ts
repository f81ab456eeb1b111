import { createHash } from "node:crypto";
import type { Digest } from "./case.js";

/** Name of a content. */
export function digestOf(content: Uint8Array | string): Digest {
	return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

/** A file of the suite with its content as read. */
export interface SuiteFile {
	/** Relative to the suite, with `/`. */
	readonly path: string;
	readonly content: Uint8Array;
}

/**
 * Name of a whole suite: the digest over path and digest of every file of cases and blobs, sorted by path. Line endings do not
 * count (a checkout may change them), nor do times.
 */
export function suiteDigest(files: readonly SuiteFile[]): Digest {
	const lines = files.map(({ path, content }) => `${path} ${digestOf(withoutCarriageReturns(content))}\n`);
	return digestOf(lines.toSorted().join(""));
}

function withoutCarriageReturns(content: Uint8Array): Uint8Array {
	return content.includes(0x0d) ? content.filter((byte) => byte !== 0x0d) : content;
}
