/**
 * Reads and writes `.npz`, NumPy's archives of named arrays.
 *
 * ```ts
 * import { encodeNpz, readNpz } from "@ndwire/npz";
 *
 * const arrays = await readNpz(await fetch("model.npz"));
 * arrays.get("weights");
 * const file = encodeNpz({ weights, bias }); // what np.savez writes
 * ```
 *
 * @packageDocumentation
 */
export { decodeNpz, decodeNpzEntries } from "./decode.js";
export { readNpz } from "./read.js";
export { NpzArchive, openNpz } from "./open.js";
export type { DecodeNpzOptions, NpzProgress, OpenNpzOptions, ReadNpzOptions } from "./options.js";
export { encodeNpz } from "./encode.js";
export type { Deflate, EncodeNpzOptions, NpzLayoutOptions } from "./encode.js";
export { writeNpz } from "./write.js";
export type { AsyncDeflate, WriteNpzOptions } from "./write.js";
export type { NamedArrays } from "./archive/named-arrays.js";
export type { BytesLike } from "@ndwire/core";
export type { NpzEntry, NpzMethod } from "./directory/entry.js";
export type { NpzValue } from "./member/decode-content.js";
export type { NpzLimits } from "./member/limits.js";
export type { AsyncInflate, Inflate } from "./member/inflate.js";
export type { Crc32 } from "./crc32.js";
