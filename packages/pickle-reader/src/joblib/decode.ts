import { asBytes, FormatError } from "@ndwire/core";
import { decodeWith } from "../decode.js";
import type { PickleOptions } from "../options.js";
import type { PyValue } from "../values/types.js";
import { joblibGlobals } from "./array-wrapper.js";

export interface JoblibOptions<Extra = never> extends Omit<PickleOptions<Extra>, "buffers" | "dicts" | "offset"> {
	/** Inflates a file that was dumped with `compress`: `zlib.unzipSync` of Node is one. Without it such files are refused. */
	readonly decompress?: (bytes: Uint8Array) => Uint8Array;
}

/**
 * The value in a file of `joblib.dump` (joblib 0.10 and later), where the bytes of arrays stand between the opcodes of a
 * pickle. Arrays are views as in `decodePickle`; since joblib 1.2 all are aligned in the file.
 *
 * @throws {FormatError} what `decodePickle` throws; `bad-container` for a file that is compressed, unless `decompress` is
 * given and it is zlib's or gzip's format; `bad-version` for one of joblib before 0.10, whose arrays lie in other files.
 *
 * @example
 * ```ts
 * const model = decodeJoblib(await readFile("model.joblib"), { onUnknownGlobal: "stub" });
 * ```
 */
export function decodeJoblib<Extra = never>(
	source: ArrayBufferView | ArrayBufferLike,
	options: JoblibOptions<Extra> = {},
): PyValue<Extra> {
	const { decompress, ...pickleOptions } = options;
	const bytes = asBytes(source);
	const format = compressionOf(bytes);
	const plain = format === undefined ? bytes : inflate(bytes, format, decompress);
	return decodeWith<Extra>(plain, pickleOptions, joblibGlobals).value;
}

function inflate(bytes: Uint8Array, format: string, decompress: JoblibOptions["decompress"]): Uint8Array {
	if (format !== "zlib" && format !== "gzip")
		throw compressed("a file that is not compressed, or with zlib or gzip", format);
	if (decompress === undefined) throw compressed("a file that is not compressed, or the option decompress", format);
	try {
		return decompress(bytes);
	} catch (cause) {
		throw compressed(`${format} data`, "data that do not inflate", cause);
	}
}

/** The formats in which joblib compresses, by their first bytes. A pickle of protocol 2 or later begins with 0x80. */
function compressionOf(bytes: Uint8Array): string | undefined {
	const [first, second] = bytes;
	if (first === 0x78) return "zlib";
	if (first === 0x1f && second === 0x8b) return "gzip";
	if (first === 0x42 && second === 0x5a) return "bz2";
	if (first === 0xfd && second === 0x37) return "xz";
	if (first === 0x5d && second === 0x00) return "lzma";
	if (first === 0x5a && second === 0x46) return "the compression of joblib before 0.10";
	return first === 0x04 && second === 0x22 ? "lz4" : undefined;
}

function compressed(expected: string, found: string, cause?: unknown): FormatError {
	return new FormatError({ code: "bad-container", format: "joblib", offset: 0, expected, found, cause });
}
