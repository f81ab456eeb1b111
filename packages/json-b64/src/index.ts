/**
 * Reads and writes the JSON forms that NumPy arrays travel in.
 *
 * ```ts
 * import { decodeJson, decodeNumbers, encodeJson } from "@ndwire/json-b64";
 *
 * const array = decodeJson('["int32", "AQAAAAIAAAA=", [2]]'); // finds out which form it is
 * encodeJson(array, { dialect: "json-numpy" });
 * decodeNumbers("[9007199254740993]", { dtype: "<i8" }).get(0); // 9007199254740993n
 * ```
 *
 * @packageDocumentation
 */
export { decodeNumbers } from "./numbers/decode.js";
export type { DecodeNumbersOptions } from "./numbers/options.js";
export { readNumbers } from "./numbers/read.js";
export type { ReadNumbersOptions } from "./numbers/read.js";
export { encodeNumberPieces, encodeNumbers } from "./numbers/encode.js";
export type { EncodeNumbersOptions } from "./numbers/encode-options.js";

export { detectDialect } from "./detect.js";
export type { Detection, FoundArray } from "./detect.js";
export { decodeJson } from "./decode.js";
export type { DecodeAnyOptions, ValueOf } from "./decode.js";
export { encodeJson } from "./encode.js";
export type { EncodeAnyOptions, WrittenAs } from "./encode.js";

export { tripleList } from "./dialects/triple-list.js";
export { ndarrayDict } from "./dialects/ndarray-dict.js";
export { jsonNumpy } from "./dialects/json-numpy.js";
export { jsonTricks } from "./dialects/json-tricks.js";
export { jsonTricksCompact } from "./dialects/json-tricks-compact.js";
export { plotly } from "./dialects/plotly.js";
export { bokeh } from "./dialects/bokeh.js";
export { npyBase64, npyLatin1 } from "./dialects/npy-text.js";
export { pickleBase64, pickleLatin1 } from "./dialects/pickle-text.js";
export { jsonNumbers, jsonStrings } from "./dialects/json-numbers.js";
export { tfServingInputs, tfServingInstances } from "./dialects/tfserving.js";
export type { TfServingValue } from "./dialects/tfserving.js";
export { v2Json } from "./dialects/v2/v2-json.js";
export { decodeV2Body, encodeV2Body } from "./dialects/v2/body.js";
export type { DecodeV2BodyOptions, EncodedV2Body, EncodeV2BodyOptions, V2Body } from "./dialects/v2/body.js";
export type {
	DecodeJsonOptions,
	Dialect,
	DialectName,
	EncodeJsonOptions,
	Gunzip,
	JsonSource,
	Losses,
} from "./dialect.js";
export type { JsonNode } from "./json/node.js";
export type { Tensors } from "./array/tensors.js";

export { bytesToLatin1, latin1ToBytes } from "./latin1.js";
export type { TextSource } from "./text-pieces.js";
