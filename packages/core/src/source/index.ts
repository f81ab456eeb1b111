/**
 * Where bytes come from: memory, a Blob, a Response, a stream, or a server that is asked for ranges.
 *
 * ```ts
 * import { fromUrl } from "@ndwire/core/source";
 *
 * const source = await fromUrl(new URL("https://example.org/large.npy"));
 * await source.read(0, 128); // the first 128 bytes, and nothing else is fetched
 * ```
 *
 * @packageDocumentation
 */
export type { ByteSource, ReadOptions } from "./byte-source.js";
export { allocate } from "./allocate.js";
export { inParallel } from "./in-parallel.js";
export { SourceError } from "./source-error.js";
export type { SourceErrorCode, SourceErrorDetails } from "./source-error.js";
export { fromBytes } from "./from-bytes.js";
export { fromBlob } from "./from-blob.js";
export { fromStream } from "./from-stream.js";
export type { FromStreamOptions, StreamSource } from "./from-stream.js";
export { fromResponse } from "./from-response.js";
export { fromUrl } from "./from-url.js";
export type { FromUrlOptions } from "./from-url.js";
export { toSource } from "./to-source.js";
export type { SourceLike } from "./to-source.js";
