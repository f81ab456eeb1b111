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
export { encodeNpy } from "./encode.js";
export type { EncodeNpyOptions } from "./encode.js";
export type { NpySource } from "./bytes.js";
export type { NpyVersion } from "./header/version.js";
