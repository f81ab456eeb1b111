import { FormatError } from "@ndwire/core";
import { refusal } from "../refusal.js";

/**
 * Inflates a raw deflate stream: `zlib.decompress(deflated, wbits=-15)` in Python.
 *
 * @param size - Bytes that have to come out. Whatever it throws is taken to mean that the stream is broken.
 */
export type Inflate = (deflated: Uint8Array, size: number) => Uint8Array;

/** {@link Inflate}, at once or later. */
export type AsyncInflate = (deflated: Uint8Array, size: number) => Uint8Array | Promise<Uint8Array>;

/** The refusal for what an inflater threw. */
export function brokenStream(cause: unknown): FormatError {
	if (cause instanceof FormatError) return cause;
	return refusal("bad-container", "a deflated member", "a broken one", { cause });
}

/** The refusal of a stream that holds more than the directory says. It is met while inflating, before more is made. */
export function longerThan(size: number): FormatError {
	return refusal("bad-length", `${size} bytes, as the directory says`, "more");
}

/** The refusal of bytes between the end of a stream and that of its member. */
export function bytesLeft(count: number): FormatError {
	return refusal("bad-length", "a deflated stream that ends with its member", `${count} bytes behind it`);
}
