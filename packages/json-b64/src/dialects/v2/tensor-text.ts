import { noByteString } from "../../array/byte-strings.js";
import type { NDArray } from "@ndwire/core";
import { cannotCarry } from "../../array/to-base64.js";
import { quote } from "../../json/quote.js";
import { encodeNumbers } from "../../numbers/encode.js";
import { datatypeOf } from "./datatype.js";

/** The data type of an array. @throws {FormatError} where the protocol has none. */
export function requireDatatype(array: NDArray): string {
	const datatype = datatypeOf(array.dtype);
	if (datatype !== undefined) return datatype;
	throw cannotCarry("v2-json", "booleans, integers, floats to 64 bits and byte strings", "json-numpy", array);
}

/** The elements of a tensor in one list. Bytes have to be text here, since JSON has no others. */
export function flatData(array: NDArray, datatype: string, compact: boolean): string {
	const flat = array.reshape([array.size]);
	if (datatype !== "BYTES") return encodeNumbers(flat, { compact });
	const texts = Array.from({ length: array.size }, (_, index) => quote(textOf(flat.get(index), array)));
	return `[${texts.join(compact ? "," : ", ")}]`;
}

function textOf(value: unknown, array: NDArray): string {
	if (typeof value === "string") return value;
	try {
		if (value instanceof Uint8Array) return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(value);
	} catch {
		throw cannotCarry("v2-json", "BYTES that are UTF-8 (the binary extension carries any)", "npy-b64", array);
	}
	throw noByteString();
}
