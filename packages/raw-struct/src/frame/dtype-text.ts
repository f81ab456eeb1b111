import { dtype as makeDtype, formatDtype, FormatError, type DType } from "@ndwire/core";
import { refuseEmpty, refuseObjects } from "../elements.js";
import { refusal } from "../refusal.js";

/** Reads the dtypes that frames name. Those of one sender are mostly the same, and found again at once. */
export class DtypeTexts {
	#last: { readonly text: string; readonly dtype: DType } | undefined;

	/**
	 * The dtype of a text: whatever `numpy.dtype(text)` takes, of which `dtype.str` is only a part.
	 *
	 * @throws {FormatError} `bad-encoding` for bytes that are not UTF-8, `bad-dtype`, or `unsafe-object`.
	 */
	read(bytes: Uint8Array, offset: number): DType {
		const text = decodeUtf8(bytes, offset);
		if (text !== this.#last?.text) {
			this.#last = { text, dtype: requireFrameable(parseText(text, offset), offset) };
		}
		return this.#last.dtype;
	}
}

/**
 * The text by which a frame names a dtype: `dtype.str`, which of a structure says no more than its size.
 *
 * @throws {FormatError} `bad-dtype` or `unsafe-object` for elements that a frame cannot hold.
 */
export function textOfDtype(dtype: DType): Uint8Array {
	return new TextEncoder().encode(formatDtype(requireFrameable(dtype), "str"));
}

/** `numpy.frombuffer`, with which frames are read, refuses elements that are objects, have no bytes, or are blocks with axes of their own. */
export function requireFrameable(dtype: DType, offset?: number): DType {
	refuseObjects("frame", dtype, offset);
	refuseEmpty("frame", dtype, offset);
	if (dtype.tag !== "subarray") return dtype;
	throw refusal("frame", "bad-dtype", "elements without axes", "a subarray dtype", offset);
}

function decodeUtf8(bytes: Uint8Array, offset: number): string {
	// Type strings are ASCII, of which a decoder need not be made.
	if (bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes);
	try {
		// Browsers do not decode shared memory, hence the copy.
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes));
	} catch {
		throw refusal("frame", "bad-encoding", "dtype text in UTF-8", "other bytes", offset);
	}
}

function parseText(text: string, offset: number): DType {
	try {
		return makeDtype(text);
	} catch (cause) {
		if (!(cause instanceof FormatError)) throw cause;
		const { code, expected, found } = cause;
		throw new FormatError({ code, format: "frame", expected, found, offset, cause });
	}
}
