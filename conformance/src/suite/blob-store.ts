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

/** Blobs by their digest. */
export class BlobStore {
	readonly #blobs = new Map<string, Uint8Array>();

	/** @throws {FormError} if the content is not base64, does not have the digest, or is there already. */
	add({ sha256, b64 }: BlobLine): void {
		const content = decode(b64);
		const digest = digestOf(content);
		if (digest !== `sha256:${sha256}`) throw new FormError("sha256", `says ${sha256}, the content has ${digest}`);
		if (this.#blobs.has(digest)) throw new FormError("sha256", `${digest} occurs twice`);
		this.#blobs.set(digest, content);
	}

	has(digest: Digest): boolean {
		return this.#blobs.has(digest);
	}

	/** The content, shared: not to be written to. */
	bytes(digest: Digest): Uint8Array {
		const content = this.#blobs.get(digest);
		if (content === undefined) throw new RangeError(`the suite has no blob ${digest}`);
		return content;
	}

	/** The content of a value blob. @throws {SyntaxError} if it is not JSON. */
	json(digest: Digest): JsonValue {
		return parseJson(Buffer.from(this.bytes(digest)).toString("utf8"));
	}

	get size(): number {
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
