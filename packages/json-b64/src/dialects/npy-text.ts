import type { NDArray } from "@ndwire/core";
import { base64Of } from "../base64/base64-of.js";
import { encodeBase64 } from "../base64/encode.js";
import type { DecodeJsonOptions, Dialect, EncodeJsonOptions } from "../dialect.js";
import { rootOf } from "../json/document.js";
import type { StringNode } from "../json/node.js";
import { quote } from "../json/quote.js";
import { beginningOf, requireString, stringOf } from "../json/read-node.js";
import { bytesToLatin1, latin1ToBytes } from "../latin1.js";

const losses = {
	carries: "all that npy does: byte order, F order and shape are said",
	changes: "nothing",
} as const;

/** An npy file whose bytes are code points: `json.dumps(file.getvalue().decode("latin-1"))`. Needs the codec of `@ndwire/npy`. */
export const npyLatin1: Dialect = {
	name: "npy-latin1",
	losses: { ...losses, bytes: "np.save and json.dumps" },
	detect: (node) =>
		node.kind === "string" && beginningOf(node).startsWith("\x93NUMPY")
			? "a string that begins with \\x93NUMPY"
			: undefined,
	decode: (document, options = {}) => decoderOf(options)(latin1ToBytes(stringOf(stringNode(document)))),
	encode: (array, options = {}) => quote(bytesToLatin1(encodeFile(array, options))),
};

/** The same file in base64. */
export const npyBase64: Dialect = {
	name: "npy-b64",
	losses: { ...losses, bytes: "np.save, b64encode and json.dumps" },
	detect: (node) =>
		node.kind === "string" && node.text.startsWith("k05VTVBZ", node.start + 1)
			? "a string that begins with the base64 of \\x93NUMPY"
			: undefined,
	decode: (document, options = {}) => decoderOf(options)(base64Of(stringNode(document))),
	encode: (array, options = {}) => `"${encodeBase64(encodeFile(array, options))}"`,
};

function stringNode(document: Parameters<typeof rootOf>[0]): StringNode {
	return requireString(rootOf(document), "bad-container", "a string");
}

function decoderOf({ decodeNpy }: DecodeJsonOptions): (bytes: Uint8Array) => NDArray {
	if (decodeNpy !== undefined) return decodeNpy;
	throw new TypeError("an npy file in JSON: expected the option decodeNpy, such as that of @ndwire/npy");
}

function encodeFile(array: NDArray, { encodeNpy }: EncodeJsonOptions): Uint8Array {
	if (encodeNpy !== undefined) return encodeNpy(array);
	throw new TypeError("an npy file in JSON: expected the option encodeNpy, such as that of @ndwire/npy");
}
