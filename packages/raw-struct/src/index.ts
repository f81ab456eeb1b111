/**
 * Reads and writes NumPy's raw bytes and framed messages.
 *
 * ```ts
 * import { decodeFrame, decodeRaw, encodeFrame } from "@ndwire/raw-struct";
 *
 * decodeRaw(bytes, { dtype: "<f4", shape: [-1, 3] }); // numpy.frombuffer(bytes, "<f4").reshape(-1, 3)
 * decodeFrame(encodeFrame(array)); // dtype and shape travel with the bytes
 * ```
 *
 * @packageDocumentation
 */
export type { BytesLike } from "@ndwire/core";
export { decodeRaw } from "./raw/decode.js";
export type { DecodeRawOptions } from "./raw/decode.js";
export { encodeRaw } from "./raw/encode.js";
export type { EncodeRawOptions } from "./raw/encode.js";
export { readRaw } from "./raw/read.js";
export type { ReadRawOptions } from "./raw/read.js";
export { writeRaw } from "./raw/write.js";

export { decodeFrame, decodeFrameHeader, decodeFrames } from "./frame/decode.js";
export type { DecodeFrameOptions } from "./frame/options.js";
export type { FrameHeader } from "./frame/header.js";
export type { CountOrder } from "./frame/byte-order.js";
export { encodeFrame, encodeFrameHeader } from "./frame/encode.js";
export type { EncodeFrameOptions } from "./frame/encode.js";
export { FrameDecoder } from "./frame/decoder.js";
export type { FrameDecoderOptions } from "./frame/decoder.js";
export { FrameDecoderStream } from "./frame/decoder-stream.js";

export { encodePrefixed } from "./prefixed/encode.js";
export { PrefixedDecoder } from "./prefixed/decoder.js";
export type { PrefixedDecoderOptions } from "./prefixed/options.js";
export { PrefixedDecoderStream } from "./prefixed/decoder-stream.js";

export { openArrayBin } from "./array-bin/open.js";
export type { OpenArrayBinOptions } from "./array-bin/open.js";
export { ArrayBin } from "./array-bin/array-bin.js";
export { writeArrayBin } from "./array-bin/write.js";
export type { WriteArrayBinOptions } from "./array-bin/write.js";
export type { ReadOptions } from "./source/read-pieces.js";
export type { WriteOptions } from "./write-options.js";
export type { Progress } from "./progress.js";
