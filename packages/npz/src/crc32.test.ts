import { crc32 as zlibCrc32 } from "node:zlib";
import { expect, test } from "vitest";
import { crc32 } from "./crc32.js";

const ramp = Uint8Array.from({ length: 100 }, (_, index) => (index * 151) & 0xff);

test("the check value of CRC-32 is cbf43926", () => {
	expect(crc32(new TextEncoder().encode("123456789")).toString(16)).toBe("cbf43926");
	expect(crc32(new Uint8Array(0))).toBe(0);
});

test("every length and every address gives zlib's number", () => {
	const ours = Array.from(ramp, (_, start) => crc32(ramp.subarray(start % 9, start)));
	expect(ours).toEqual(Array.from(ramp, (_, start) => zlibCrc32(ramp.subarray(start % 9, start))));
});

test("what follows other bytes continues their number", () => {
	const pieces = Array.from(ramp, (_, cut) => crc32(ramp.subarray(cut), crc32(ramp.subarray(0, cut))));
	expect(new Set(pieces)).toEqual(new Set([crc32(ramp)]));
});
