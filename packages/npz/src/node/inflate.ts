import { inflateRaw, inflateRawSync, type ZlibOptions } from "node:zlib";
import type { FormatError } from "@ndwire/core";
import { brokenStream, bytesLeft, longerThan } from "../member/inflate.js";
import { refusal } from "../refusal.js";

/**
 * Inflates with zlib, in one piece.
 *
 * @throws {FormatError} as soon as more than `size` bytes come out, and for a stream that is broken or followed by something.
 */
export function inflate(deflated: Uint8Array, size: number): Uint8Array {
	try {
		return wholeStream(inflateRawSync(deflated, settings(size)), deflated);
	} catch (error) {
		throw refusalOf(error, size);
	}
}

/** The same on another thread, so that several members are inflated at once; short ones here, sooner than a thread has begun. */
export async function inflateAsync(deflated: Uint8Array, size: number): Promise<Uint8Array> {
	if (size < leastForThread) return inflate(deflated, size);
	return new Promise((resolve, reject) => {
		inflateRaw(deflated, settings(size), (error, result) => {
			try {
				if (error !== null) throw error;
				resolve(wholeStream(result, deflated));
			} catch (thrown) {
				reject(refusalOf(thrown, size));
			}
		});
	});
}

const leastForThread = 2 ** 16;

function settings(size: number): ZlibOptions {
	return {
		// One piece of the right size is one copy less; zlib wants some room behind it. What claims to be larger comes in pieces.
		chunkSize: Math.min(size, mostAtOnce) + room,
		maxOutputLength: Math.max(1, size),
		info: true,
	};
}

const room = 64;
const mostAtOnce = 2 ** 26;

/** What came out, if the stream is all that there was. */
function wholeStream(result: unknown, deflated: Uint8Array): Uint8Array {
	if (!isInformed(result)) throw new TypeError("zlib did not tell how much it read");
	const left = deflated.length - result.engine.bytesWritten;
	if (left > 0) throw bytesLeft(left);
	return withoutPool(result.buffer);
}

/** A short Buffer lies in a pool, among others of anybody's: an array over it would hold on to all of that, and let it be seen. */
function withoutPool({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(buffer, byteOffset, byteLength);
	return buffer.byteLength > byteLength + room ? bytes.slice() : bytes;
}

/** What zlib gives with the option `info`, of which Node's types do not know. */
function isInformed(
	result: unknown,
): result is { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } } {
	return typeof result === "object" && result !== null && "buffer" in result && "engine" in result;
}

function refusalOf(error: unknown, size: number): FormatError {
	switch (codeOf(error)) {
		case "ERR_BUFFER_TOO_LARGE":
			return longerThan(size);
		case "Z_BUF_ERROR":
			return refusal("truncated", "a whole deflated stream", "its beginning", { cause: error });
		default:
			return brokenStream(error);
	}
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && "code" in error ? error.code : undefined;
}
