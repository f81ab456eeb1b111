export { encodeNumberPieces, encodeNumbers } from "./numbers/encode.js";
export type { EncodeNumbersOptions } from "./numbers/encode-options.js";
export { decodeNumbers } from "./numbers/decode.js";
export type { DecodeNumbersOptions } from "./numbers/options.js";
export { readNumbers } from "./numbers/read.js";
export type { ReadNumbersOptions } from "./numbers/read.js";
export type { TextSource } from "./text-pieces.js";
