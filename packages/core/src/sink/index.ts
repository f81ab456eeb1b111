/**
 * Where bytes go: streams, in pieces, however large the array.
 *
 * ```ts
 * import { piecesOf, writePieces } from "@ndwire/core/sink";
 *
 * await writePieces(sink, piecesOf(array)); // as ndarray.tofile
 * ```
 *
 * @packageDocumentation
 */
export { piecesOf } from "./pieces-of.js";
export { writePieces } from "./write-pieces.js";
export type { WritePiecesOptions } from "./write-pieces.js";
