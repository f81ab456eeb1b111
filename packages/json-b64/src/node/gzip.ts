import { gunzipSync, gzipSync } from "node:zlib";

/** The bytes that gzip packed. @throws {RangeError} for more than `maxLength`, {Error} for what is no gzip. */
export function gunzip(bytes: Uint8Array, maxLength: number): Uint8Array {
	return gunzipSync(bytes, { maxOutputLength: maxLength });
}

/** Bytes packed as small as gzip can. */
export function gzip(bytes: Uint8Array): Uint8Array {
	return gzipSync(bytes, { level: 9 });
}
