import { gunzipSync, gzipSync, unzipSync } from "node:zlib";
import type { NDArray } from "@ndwire/core";
import { expect, test } from "vitest";
import { decodeJoblib } from "../index.js";
import { believe } from "../values/believe.js";

/** `joblib.dump([np.arange(3, dtype="<i4"), np.asfortranarray(np.arange(6, dtype="u1").reshape(2, 3))], file)` of joblib 1.6. */
const file = Buffer.from(
	"gASV1AAAAAAAAABdlCiME2pvYmxpYi5udW1weV9waWNrbGWUjBFOdW1weUFycmF5V3JhcHBlcpSTlCmBlH2UKIwIc3ViY2xhc3OUjAVudW1weZSMB25kYXJyYXmUk5SMBXNoYXBllEsDhZSMBW9yZGVylIwBQ5SMBWR0eXBllGgHjAVkdHlwZZSTlIwCaTSUiYiHlFKUKEsDjAE8lE5OTkr/////Sv////9LAHSUYowKYWxsb3dfbW1hcJSIjBtudW1weV9hcnJheV9hbGlnbm1lbnRfYnl0ZXOUSxB1YhD/////////////////////AAAAAAEAAAACAAAAlUsAAAAAAAAAaAMpgZR9lChoBmgJaApLAksDhpRoDIwBRpRoDmgQjAJ1MZSJiIeUUpQoSwOMAXyUTk5OSv////9K/////0sAdJRiaBaIaBdLEHViD////////////////////wADAQQCBWUu",
	"base64",
);

test("arrays stand between the opcodes, aligned to 16 bytes", () => {
	const [first, second] = believe<NDArray[]>(decodeJoblib(file));
	expect(first?.toList()).toEqual([0, 1, 2]);
	expect(second?.toList()).toEqual([
		[0, 1, 2],
		[3, 4, 5],
	]);
	expect(second?.order).toBe("F");
});

test("compressed files need a decompressor", () => {
	const compressed = gzipSync(file);
	expect(() => decodeJoblib(compressed)).toThrow(expect.objectContaining({ code: "bad-container" }));
	expect(decodeJoblib(compressed, { decompress: unzipSync })).toHaveLength(2);
	expect(() => decodeJoblib(compressed.subarray(0, 40), { decompress: gunzipSync })).toThrow(
		expect.objectContaining({ code: "bad-container" }),
	);
});

test("a file that ends within an array is refused", () => {
	expect(() => decodeJoblib(file.subarray(0, file.length - 4))).toThrow(expect.objectContaining({ code: "truncated" }));
});
