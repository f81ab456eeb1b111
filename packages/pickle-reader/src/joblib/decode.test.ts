import { gunzipSync, gzipSync, unzipSync } from "node:zlib";
import type { NDArray } from "@ndwire/core";
import { expect, test } from "vitest";
import { decodeJoblib } from "../index.js";
import { bytesOf } from "../testing/pickle-bytes.js";
import { believe } from "../values/believe.js";

/** `joblib.dump([np.arange(3, dtype="<i4"), np.asfortranarray(np.arange(6, dtype="u1").reshape(2, 3))], file)` of joblib 1.6. */
const file = Buffer.from(
	"gASV1AAAAAAAAABdlCiME2pvYmxpYi5udW1weV9waWNrbGWUjBFOdW1weUFycmF5V3JhcHBlcpSTlCmBlH2UKIwIc3ViY2xhc3OUjAVudW1weZSMB25kYXJyYXmUk5SMBXNoYXBllEsDhZSMBW9yZGVylIwBQ5SMBWR0eXBllGgHjAVkdHlwZZSTlIwCaTSUiYiHlFKUKEsDjAE8lE5OTkr/////Sv////9LAHSUYowKYWxsb3dfbW1hcJSIjBtudW1weV9hcnJheV9hbGlnbm1lbnRfYnl0ZXOUSxB1YhD/////////////////////AAAAAAEAAAACAAAAlUsAAAAAAAAAaAMpgZR9lChoBmgJaApLAksDhpRoDIwBRpRoDmgQjAJ1MZSJiIeUUpQoSwOMAXyUTk5OSv////9K/////0sAdJRiaBaIaBdLEHViD////////////////////wADAQQCBWUu",
	"base64",
);

test("arrays stand between the opcodes, aligned to 16 bytes, and are views on the file", () => {
	const bytes = new Uint8Array(file);
	const [first, second] = believe<NDArray[]>(decodeJoblib(bytes));
	expect([first, second].map((array) => array?.buffer === bytes.buffer && array.byteOffset % 16)).toEqual([0, 0]);
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

test.each<[format: string, latin1: string]>([
	["bz2", "BZh9"],
	["xz", "\xfd7zXZ\0"],
	["lzma", "]\0\0\x80"],
	["lz4", "\x04\x22M\x18"],
	["the compression of joblib before 0.10", "ZF0x1f"],
])("a file in %s is refused by that name, whatever inflates", (found, latin1) => {
	expect(() => decodeJoblib(bytesOf(latin1), { decompress: unzipSync })).toThrow(
		expect.objectContaining({ code: "bad-container", found }),
	);
});

test.each(["joblib.numpy_pickle", "sklearn.externals.joblib.numpy_pickle"])(
	"%s: what joblib wrote before 0.10 is refused by name, even where stubs are wanted",
	(module) => {
		for (const name of ["NDArrayWrapper", "ZNDArrayWrapper"]) {
			const wrapped = bytesOf(`\x80\x02c${module}\n${name}\n)\x81}b.`);
			expect(() => decodeJoblib(wrapped, { onUnknownGlobal: "stub" })).toThrow(
				expect.objectContaining({ code: "bad-version", found: `${module}.${name}` }),
			);
		}
	},
);

/** The opcodes of a wrapper with that state; what comes next is its array. */
function wrapper(state: string): string {
	return `cjoblib.numpy_pickle\nNumpyArrayWrapper\n)\x81}(${state}ub`;
}

function dtype(code: string, flags: string): string {
	return `cnumpy\ndtype\nU\x02${code}\x89\x88\x87R(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK${flags}tb`;
}

test("what Python 2 wrote is read in any encoding", () => {
	const state = `U\x05dtype${dtype("u1", "\0")}U\x05shapeK\x02\x85U\x05orderU\x01C`;
	const bytes = bytesOf(`\x80\x02${wrapper(state)}\x05\xff.`);
	for (const encoding of ["ASCII", "latin1", "bytes", "auto"]) {
		expect(believe<NDArray>(decodeJoblib(bytes, { encoding })).toList()).toEqual([5, 255]);
	}
});

test.each<[what: string, file: string, code: string]>([
	[
		"an order that is neither C nor F",
		wrapper(`U\x05dtype${dtype("u1", "\0")}U\x05shape)U\x05orderU\x01A`),
		"unsafe-object",
	],
	["a wrapper without a dtype", wrapper("U\x05shape)U\x05orderU\x01C"), "unsafe-object"],
	[
		"a pickle of no array in the place of an array of objects",
		`${wrapper(`U\x05dtype${dtype("O8", "?")}`)}N.`,
		"unsafe-object",
	],
	[
		"a wrapper in the pickle of an array of objects",
		arrayOf(wrapper(`U\x05dtype${dtype("O8", "?")}`)),
		"unsafe-object",
	],
	[
		"an array that is longer than the file",
		wrapper(`U\x05dtype${dtype("u1", "\0")}U\x05shapeJ\xff\xff\xff\x7f\x85U\x05orderU\x01C`),
		"truncated",
	],
])("%s is refused", (_, file, code) => {
	expect(() => decodeJoblib(bytesOf(`\x80\x02${file}.`))).toThrow(expect.objectContaining({ code }));
});

/** The opcodes of an array of one object, which is a pickle of its own, with its array as entry 9 of the memo. */
function arrayOf(object: string): string {
	const objects = dtype("O8", "?");
	const head = "cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\x85U\x01b\x87Rq\x09(K\x01K\x01\x85";
	return `${wrapper(`U\x05dtype${objects}`)}\x80\x02${head}${objects}\x89]${object}atb.`;
}

test("an array of objects can hold itself", () => {
	const array = believe<NDArray>(decodeJoblib(bytesOf(`\x80\x02${arrayOf("h\x09")}.`)));
	expect(array.get(0)).toBe(array);
});

test("arrays of objects count together against the limits", () => {
	const array = arrayOf("c_codecs\nencode\n(X\x04\0\0\0abcdX\x06\0\0\0latin1tR");
	const file = bytesOf(`\x80\x02(${array}${array}${array}t.`);
	const most = { bytes: 1400, depth: 3 };
	const arrays = believe<NDArray[]>(decodeJoblib(file, { limits: most }));
	expect(arrays.map((objects) => objects.get(0))).toEqual(Array(3).fill(bytesOf("abcd")));
	for (const limits of [{ bytes: 1000 }, { containers: 30 }, { depth: 1 }]) {
		expect(() => decodeJoblib(file, { limits })).toThrow(expect.objectContaining({ code: "limit" }));
	}
});
