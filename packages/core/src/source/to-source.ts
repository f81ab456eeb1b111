import type { ByteSource } from "./byte-source.js";
import { fromBlob } from "./from-blob.js";
import { fromBytes } from "./from-bytes.js";
import { fromResponse } from "./from-response.js";
import { fromStream } from "./from-stream.js";

/** Everything that bytes can be read from without saying how. */
export type SourceLike = ByteSource | Blob | Response | ReadableStream<Uint8Array> | ArrayBufferView | ArrayBufferLike;

/**
 * The source itself, or one over what is given. Text is not taken: whether it is a path or a URL is for `fromFile` and `fromUrl` to say.
 *
 * @throws {TypeError} for anything else.
 */
export function toSource(source: SourceLike): ByteSource {
	if (ArrayBuffer.isView(source) || isBuffer(source)) return fromBytes(source);
	if (source instanceof Blob) return fromBlob(source);
	if (source instanceof Response) return fromResponse(source);
	if (source instanceof ReadableStream) return fromStream(source);
	if (isSource(source)) return source;
	throw new TypeError("expected a ByteSource, a Blob, a Response, a ReadableStream or bytes to read from");
}

function isBuffer(source: object): source is ArrayBufferLike {
	// Pages that are not isolated from other origins have no SharedArrayBuffer.
	return source instanceof ArrayBuffer || ("SharedArrayBuffer" in globalThis && source instanceof SharedArrayBuffer);
}

function isSource(source: object): source is ByteSource {
	return "read" in source && typeof source.read === "function";
}
