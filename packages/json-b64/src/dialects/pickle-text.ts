import { base64Of } from "../base64/base64-of.js";
import type { DecodeJsonOptions, Dialect } from "../dialect.js";
import { rootOf } from "../json/document.js";
import type { JsonNode } from "../json/node.js";
import { beginningOf, requireString, stringOf } from "../json/read-node.js";
import { latin1ToBytes } from "../latin1.js";
import { refusal } from "../refusal.js";

const losses = {
	carries: "whatever the pickle decoder reads, as the value that it gives",
	changes: "nothing",
	bytes: "nobody's: pickles are not written",
} as const;

/**
 * A pickle whose bytes are code points: `json.dumps(pickle.dumps(a).decode("latin-1"))`. Read only, and never executed, by a decoder
 * such as `decodePickleAt` of `@ndwire/pickle-reader`.
 */
export const pickleLatin1: Dialect<unknown> = {
	name: "pickle-latin1",
	losses,
	detect: (node) => (isPickle(node) ? "a string that begins and ends as a pickle does" : undefined),
	decode: (document, options = {}) =>
		decodePickle(latin1ToBytes(stringOf(requireString(rootOf(document), "bad-container", "a string"))), options),
	encode: refuseToWrite,
};

/** The same in base64. */
export const pickleBase64: Dialect<unknown> = {
	name: "pickle-b64",
	losses,
	// Protocols 2 and 3 before a global, 4 and 5 before a frame.
	detect: (node) =>
		node.kind === "string" && /^gA[JNSW][VWXYZj]/.test(node.text.slice(node.start + 1, node.start + 5))
			? "a string that begins with the base64 of a pickle"
			: undefined,
	decode: (document, options = {}) =>
		decodePickle(base64Of(requireString(rootOf(document), "bad-container", "a string")), options),
	encode: refuseToWrite,
};

/** Protocols 2 to 5 begin with their number, 0 and 1 with the module of the global that makes an array. All end with STOP. */
function isPickle(node: JsonNode): boolean {
	return node.kind === "string" && node.text[node.end - 2] === "." && pickleStart.test(beginningOf(node));
}

function decodePickle(bytes: Uint8Array, { decodePickle: decode, encoding }: DecodeJsonOptions): unknown {
	if (decode === undefined) {
		throw new TypeError(
			"a pickle in JSON: expected the option decodePickle, such as decodePickleAt of @ndwire/pickle-reader",
		);
	}
	return decode(bytes, encoding === undefined ? {} : { encoding }).value;
}

function refuseToWrite(): never {
	throw refusal(
		"unsafe-object",
		"a dialect that is written: npy-latin1 and npy-b64 carry any array without objects",
		"a pickle",
	);
}

// oxlint-disable-next-line eslint/no-control-regex -- The number of a protocol is one.
const pickleStart = /^(?:\x80[\x02-\x05]|\(?cnumpy)/;
