import { array, bitsEqual, dtypeEqual, type NDArray } from "@ndwire/core";
import { decodeNpy, encodeNpy } from "@ndwire/npy";
import { expect, test } from "vitest";
import { PrefixedDecoder } from "./decoder.js";
import { encodePrefixed } from "./encode.js";

const table = array([{ id: 1, value: -0 }], {
	dtype: [
		["id", ">i4"],
		["value", "<f8"],
	],
});
const fortran = array([Int16Array.of(1, 2, 3), Int16Array.of(4, 5, 6)], { dtype: "<i2", order: "F" });

test("npy messages keep fields, byte order and Fortran order, wherever they are cut", () => {
	const sent: readonly NDArray[] = [table, fortran, table];
	const bytes = Buffer.concat(sent.map((each) => encodePrefixed(encodeNpy(each))));
	for (let cut = 0; cut <= bytes.length; cut += 7) {
		const decoder = new PrefixedDecoder({ decode: decodeNpy });
		decoder.push(bytes.subarray(0, cut));
		const found = [...decoder];
		decoder.push(bytes.subarray(cut));
		found.push(...decoder);
		decoder.end();
		expect(found.map((each) => each.order)).toEqual(["C", "F", "C"]);
		expect(found.every((each, index) => isSame(each, sent[index]))).toBe(true);
	}
});

function isSame(found: NDArray, sent: NDArray | undefined): boolean {
	return sent !== undefined && dtypeEqual(found.dtype, sent.dtype) && bitsEqual(found, sent);
}
