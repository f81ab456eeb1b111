import { readBytes } from "../protocol/bytes.js";
import { readObject, readString } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { parseJson, type JsonValue } from "../protocol/json.js";
import type { BlobLine } from "./blob.js";
import type { Digest } from "./case.js";
import { digestOf } from "./digest.js";
import type { LineFile, Span } from "./line-file.js";
import { LineList } from "./line-list.js";

/** Reads one line of a blobs file. @throws {FormError} */
export function readBlobLine(json: JsonValue): BlobLine {
	const object = readObject(json, "");
	return { sha256: readString(object, "sha256", ""), b64: readString(object, "b64", "") };
}

const digestLength = 32;

/** Blobs by their digest. Contents stay on disk: a run needs each blob only for a moment. */
export class BlobStore {
	readonly #lines = new LineList();
	readonly #sizes: number[] = [];
	/** 32 bytes for every blob, in the order they were added. */
	#digests = Buffer.alloc(1024 * digestLength);
	/** Numbers of blobs, in the order of their digests; made when the first is looked up. */
	#order: Uint32Array | undefined;
	/** The digest that is looked up. */
	readonly #wanted = Buffer.alloc(digestLength);

	/** @throws {FormError} if the content is not base64 or does not have the digest. */
	add({ sha256, b64 }: BlobLine, file: LineFile, span: Span): void {
		const content = decode(b64);
		const digest = digestOf(content);
		if (digest !== `sha256:${sha256}`) throw new FormError("sha256", `says ${sha256}, the content has ${digest}`);
		const number = this.count;
		this.#lines.add(file, span);
		this.#sizes.push(content.byteLength);
		this.#writeDigest(number, sha256);
		this.#order = undefined;
	}

	get count(): number {
		return this.#sizes.length;
	}

	has(digest: Digest): boolean {
		return this.#find(digest) !== undefined;
	}

	/** The content, freshly allocated. */
	bytes(digest: Digest): Uint8Array {
		return readBytes(this.message(digest));
	}

	/** The content as a message carries it. */
	message(digest: Digest): { readonly b64: string } {
		return { b64: readBlobLine(parseJson(this.#lines.text(this.#number(digest)))).b64 };
	}

	/** Length of the content in bytes. */
	size(digest: Digest): number {
		return this.#sizes[this.#number(digest)] ?? 0;
	}

	/** The content of a value blob. @throws {SyntaxError} if it is not JSON. */
	json(digest: Digest): JsonValue {
		return parseJson(Buffer.from(this.bytes(digest)).toString("utf8"));
	}

	/** The digests that more than one blob has. */
	*repeated(): Generator<Digest> {
		const order = this.#sorted();
		for (const [index, number] of order.entries()) {
			const before = order[index - 1];
			if (before !== undefined && this.#compare(this.#digest(before), number) === 0) yield this.#name(number);
		}
	}

	/** The digests of blobs that are not among those that are used. */
	*unused(used: Iterable<Digest>): Generator<Digest> {
		const isUsed = new Uint8Array(this.count);
		for (const digest of used) isUsed[this.#find(digest) ?? -1] = 1;
		for (const [number, flag] of isUsed.entries()) if (flag === 0) yield this.#name(number);
	}

	#number(digest: Digest): number {
		const number = this.#find(digest);
		if (number === undefined) throw new RangeError(`the suite has no blob ${digest}`);
		return number;
	}

	#find(digest: Digest): number | undefined {
		this.#wanted.write(digest.slice("sha256:".length), "hex");
		const order = this.#sorted();
		let [low, high] = [0, order.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			const number = order[middle] ?? 0;
			const difference = this.#compare(this.#wanted, number);
			if (difference === 0) return number;
			if (difference < 0) high = middle;
			else low = middle + 1;
		}
		return undefined;
	}

	#sorted(): Uint32Array {
		const compare = (a: number, b: number): number => this.#compare(this.#digest(a), b);
		this.#order ??= Uint32Array.from({ length: this.count }, (_, number) => number).sort(compare);
		return this.#order;
	}

	/** Whether a digest comes before that of a blob (-1), behind it (1), or is the same (0). */
	#compare(digest: Buffer, number: number): number {
		return digest.compare(this.#digests, number * digestLength, (number + 1) * digestLength);
	}

	#digest(number: number): Buffer {
		return this.#digests.subarray(number * digestLength, (number + 1) * digestLength);
	}

	#name(number: number): Digest {
		return `sha256:${this.#digest(number).toString("hex")}`;
	}

	#writeDigest(number: number, hex: string): void {
		const start = number * digestLength;
		if (start === this.#digests.byteLength) this.#digests = Buffer.concat([this.#digests, Buffer.alloc(start)]);
		this.#digests.write(hex, start, "hex");
	}
}

function decode(b64: string): Uint8Array {
	try {
		return readBytes({ b64 });
	} catch (cause) {
		throw new FormError("b64", "no base64", { cause });
	}
}
