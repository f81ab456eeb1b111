import { FormatError, fromBuffer, parseDtypeText, type DType, type NDArray } from "@ndwire/core";
import type { JsonNode } from "../json/node.js";
import { refuseNode, requireString, stringOf } from "../json/read-node.js";

/**
 * The dtype that a string names as `str(dtype)` does.
 *
 * @param byteOrder - That of native types, of which the text does not say it.
 * @throws {FormatError} `bad-dtype` for what is none, `unsafe-object` where elements would be addresses.
 */
export function dtypeOf(node: JsonNode, byteOrder: "<" | ">" | undefined): DType {
	const text = stringOf(requireString(node, "bad-dtype", "the text of a dtype"));
	return requireData(
		inPlace(node, () => parseDtypeText(text, byteOrder === undefined ? {} : { byteOrder })),
		node,
	);
}

/** The dtype itself, if its elements are data: those of object and StringDType are addresses in the sender's memory. */
export function requireData<D extends DType>(dtype: D, node: JsonNode): D {
	const isText = dtype.tag === "scalar" && dtype.kind === "T";
	if (!dtype.hasObject && !isText) return dtype;
	throw refuseNode("unsafe-object", "a dtype whose bytes are data and no addresses", node);
}

/** What `make` gives; a refusal of it is one of the value at `node`. */
export function inPlace<T>(node: JsonNode, make: () => T): T {
	try {
		return make();
	} catch (cause) {
		if (!(cause instanceof FormatError)) throw cause;
		const { code, expected, found } = cause;
		throw new FormatError({
			code,
			expected,
			found,
			format: "json",
			offset: node.start,
			path: node.path || undefined,
			cause,
		});
	}
}

/**
 * An array over bytes in C order, which are exactly its own.
 *
 * @throws {FormatError} `bad-length` if they are not as many as dtype and shape want.
 */
export function arrayOfBytes(bytes: Uint8Array, dtype: DType, shape: readonly number[], node: JsonNode): NDArray {
	const length = shape.includes(0) ? 0 : shape.reduce((product, extent) => product * extent, dtype.itemsize);
	if (bytes.length === length) return fromBuffer(bytes, { dtype, shape });
	const found = `${length} bytes, for a shape of [${shape.join(", ")}] and ${dtype.itemsize} bytes an element; here ${bytes.length}`;
	throw refuseNode("bad-length", found, node);
}
