import * as zlib from "node:zlib";
import { crc32 as portableCrc32, type Crc32 } from "../crc32.js";

/** The CRC-32 of zlib, which Node has since 20.15. */
export const crc32: Crc32 = "crc32" in zlib ? zlib.crc32 : portableCrc32;
