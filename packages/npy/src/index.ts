/**
 * Reads and writes `.npy`, NumPy's file format for one array.
 *
 * ```ts
 * import { decodeNpy, encodeNpy } from "@ndwire/npy";
 *
 * const array = decodeNpy(bytes); // a view of bytes: nothing is copied
 * array.shape; // [2, 3]
 * const file = encodeNpy(array); // what np.save writes
 * ```
 *
 * @packageDocumentation
 */
export { decodeNpy } from "./decode.js";
export type { DecodeNpyOptions } from "./decode.js";
export { decodeNpyHeader } from "./header/decode.js";
export type { DecodeNpyHeaderOptions, NpyHeader } from "./header/decode.js";
export { decodeNpySequence } from "./sequence.js";
export { readNpy } from "./read.js";
export type { ReadNpyOptions } from "./read.js";
export { openNpy } from "./open.js";
export type { OpenNpyOptions } from "./open.js";
export type { NpyFile } from "./npy-file.js";
export type { ExpectedDtype } from "./expected-dtype.js";
export type { NpyProgress, NpyReadOptions } from "./reading/read-elements.js";
export { NpyDecoderStream } from "./decoder-stream.js";
export type { NpyChunk, NpyDecoderStreamOptions } from "./decoder-stream.js";
export { encodeNpy } from "./encode.js";
export type { EncodeNpyOptions, NpyWriteOptions } from "./encode.js";
export { writeNpy } from "./write.js";
export type { WriteNpyOptions } from "./write.js";
export type { BytesLike } from "@ndwire/core";
export type { NpyVersion } from "./header/version.js";
