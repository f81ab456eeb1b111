import { readBytes } from "../protocol/bytes.js";
import { readObject, readString } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { parseJson, type JsonValue } from "../protocol/json.js";
import type { BlobLine } from "./blob.js";
import type { Digest } from "./case.js";
import { digestOf } from "./digest.js";

/** Reads one line of a blobs file. @throws {FormError} */
export function readBlobLine(json: JsonValue): BlobLine {
	const object = readObject(json, "");
	return { sha256: readString(object, "sha256", ""), b64: readString(object, "b64", "") };
}

/** Blobs by their digest, kept as base64: a string is smaller than many small buffers, and a run needs each blob only for a moment. */
export class BlobStore {
	readonly #blobs = new Map<string, string>();

	/** @throws {FormError} if the content is not base64, does not have the digest, or is there already. */
	add({ sha256, b64 }: BlobLine): void {
		const content = decode(b64);
		const digest = digestOf(content);
		if (digest !== `sha256:${sha256}`) throw new FormError("sha256", `says ${sha256}, the content has ${digest}`);
		if (this.#blobs.has(digest)) throw new FormError("sha256", `${digest} occurs twice`);
		this.#blobs.set(digest, b64);
	}

	has(digest: Digest): boolean {
		return this.#blobs.has(digest);
	}

	/** The content, freshly allocated. */
	bytes(digest: Digest): Uint8Array {
		return readBytes(this.message(digest));
	}

	/** The content as a message carries it. */
	message(digest: Digest): { readonly b64: string } {
		const b64 = this.#blobs.get(digest);
		if (b64 === undefined) throw new RangeError(`the suite has no blob ${digest}`);
		return { b64 };
	}

	/** Length of the content in bytes. */
	size(digest: Digest): number {
		const { b64 } = this.message(digest);
		return (b64.length / 4) * 3 - (b64.endsWith("==") ? 2 : b64.endsWith("=") ? 1 : 0);
	}

	/** The content of a value blob. @throws {SyntaxError} if it is not JSON. */
	json(digest: Digest): JsonValue {
		return parseJson(Buffer.from(this.bytes(digest)).toString("utf8"));
	}

	get count(): number {
		return this.#blobs.size;
	}

	digests(): Iterable<string> {
		return this.#blobs.keys();
	}
}

function decode(b64: string): Uint8Array {
	try {
		return readBytes({ b64 });
	} catch (cause) {
		throw new FormError("b64", "no base64", { cause });
	}
}
