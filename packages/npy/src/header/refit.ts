import { formatPythonLiteral, toDescr, type DType } from "@ndwire/core";
import { refusal } from "../refusal.js";
import { formatHeader } from "./encode.js";
import { encodeInto, lengthIn } from "./text.js";
import { framings, type NpyVersion } from "./version.js";

/** A header that is written anew where one stands. */
export interface RefitDescription {
	readonly version: NpyVersion;
	readonly dtype: DType;
	readonly fortranOrder: boolean;
	readonly shape: readonly number[];
}

/**
 * The text of a header for another shape, in exactly as many bytes as the old one takes, padding and newline included.
 *
 * @throws {FormatError} `limit` if there is no room for it: files of NumPy before 1.24 leave little.
 */
export function refitText({ version, dtype, fortranOrder, shape }: RefitDescription, length: number): Uint8Array {
	const framing = framings.find(({ version: [major] }) => major === version[0]);
	const descr = formatPythonLiteral(toDescr(dtype));
	const text = formatHeader({ descr, fortranOrder, shape });
	const encoding = framing?.encoding ?? "utf8";
	const textLength = lengthIn(encoding, text);
	if (textLength === undefined || textLength >= length) {
		const found = textLength === undefined ? "a name that its version cannot hold" : `${textLength + 1} bytes`;
		throw refusal("limit", `a header that fits into the ${length} bytes of the old one`, found);
	}
	const refit = new Uint8Array(length).fill(0x20);
	encodeInto(text, encoding, refit.subarray(0, textLength));
	refit[length - 1] = 0x0a;
	return refit;
}
