import type { DTypeSpec, NDArray, PickleDecoder } from "@ndwire/core";
import type { JsonNode } from "./json/node.js";
import type { TextSource } from "./text-pieces.js";

/** What a dialect is called: as in the adapter protocol np/1 of npconform. */
export type DialectName =
	| "triple-list"
	| "ndarray-dict-b64"
	| "json-numpy"
	| "json-tricks"
	| "json-tricks-compact"
	| "plotly"
	| "bokeh"
	| "npy-latin1"
	| "npy-b64"
	| "pickle-latin1"
	| "pickle-b64"
	| "json-tolist"
	| "json-strings"
	| "tfserving-instances"
	| "tfserving-inputs"
	| "v2-json";

/** A document: text or its UTF-8 bytes, or a value of one that was parsed. */
export type JsonSource = TextSource | JsonNode;

/** One way to write an array as JSON. */
export interface Dialect<Value = NDArray, Decode = DecodeJsonOptions, Encode = EncodeJsonOptions, Written = Value> {
	readonly name: DialectName;
	readonly losses: Losses;
	/** Why a value is taken for one of this dialect; undefined if it is not. Looks at its form alone. */
	readonly detect: (node: JsonNode) => string | undefined;
	/** @throws {FormatError} for a document that is not sound. */
	readonly decode: (document: JsonSource, options?: Decode) => Value;
	/** @throws {FormatError} for what the dialect does not carry. */
	readonly encode: (value: Written, options?: Encode) => string;
}

/** What becomes of an array on its way through a dialect. A row of the table in the README. */
export interface Losses {
	/** Dtypes that arrive as they were sent. */
	readonly carries: string;
	/** What arrives otherwise, and is not refused because the dialect means it so. */
	readonly changes: string;
	/** Whose text ours is, byte for byte. */
	readonly bytes: string;
}

/** What a document does not say itself, and codecs that this package does not have. Every dialect takes what it needs. */
export interface DecodeJsonOptions {
	/** Byte order of native types where only their names are said (`int32`): that of the sender. Default little-endian. */
	readonly byteOrder?: "<" | ">" | undefined;
	/** The dtype, for dialects of plain numbers and strings. */
	readonly dtype?: DTypeSpec | undefined;
	/** The dtype of each tensor of a TensorFlow request by its name; the model's signature has it. */
	readonly dtypes?: Readonly<Record<string, DTypeSpec>> | undefined;
	/** `null` among floats: NaN, or an error. Default error. */
	readonly null?: "nan" | "error" | undefined;
	/** Numbers too large for a float dtype: infinite, or an error. Default error. */
	readonly overflow?: "infinity" | "error" | undefined;
	/** Reads an npy file: `decodeNpy` of `@ndwire/npy`. */
	readonly decodeNpy?: ((bytes: Uint8Array) => NDArray) | undefined;
	/** Reads a pickle: `decodePickleAt` of `@ndwire/pickle-reader`. */
	readonly decodePickle?: PickleDecoder | undefined;
	/** Of Python 2 text in a pickle. */
	readonly encoding?: string | undefined;
	/** Unpacks gzip: `gunzip` of `@ndwire/json-b64/node`, or another that is synchronous and keeps the limit. */
	readonly gunzip?: Gunzip | undefined;
}

/** Unpacks gzip, to at most `maxLength` bytes: more is an error of any kind. */
export type Gunzip = (bytes: Uint8Array, maxLength: number) => Uint8Array;

export interface EncodeJsonOptions {
	/** `signature_name` of a TensorFlow request. */
	readonly signatureName?: string | undefined;
	/** Writes an npy file: `encodeNpy` of `@ndwire/npy`. */
	readonly encodeNpy?: ((array: NDArray) => Uint8Array) | undefined;
	/** Packs with gzip: `gzip` of `@ndwire/json-b64/node`. Default: written unpacked. */
	readonly gzip?: ((bytes: Uint8Array) => Uint8Array) | undefined;
}
