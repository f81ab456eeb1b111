import * as zlib from "node:zlib";
import { crc32 as portableCrc32 } from "../crc32.js";

/** The CRC-32 of zlib, which Node has since 20.15. */
export function crc32(bytes: Uint8Array, previous: number = 0): number {
	if (!("crc32" in zlib)) return portableCrc32(bytes, previous);
	let crc = previous;
	for (let start = 0; start < bytes.length; start += most) crc = zlib.crc32(bytes.subarray(start, start + most), crc);
	return crc;
}

// Node hands zlib the length as 32 bits, and what is above them is lost.
const most = 2 ** 30;
