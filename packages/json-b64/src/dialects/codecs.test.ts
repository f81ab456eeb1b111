import { array, FormatError, fromBuffer } from "@ndwire/core";
import { expect, test } from "vitest";
import { decodeJson } from "../decode.js";
import { encodeJson } from "../encode.js";
import { bytesToLatin1, latin1ToBytes } from "../latin1.js";

/** A codec that stands for one of another package: a length, and that many bytes. */
const codecs = {
	encodeNpy: (value: { toBytes(): Uint8Array }) => latin1ToBytes(`\x93NUMPY${bytesToLatin1(value.toBytes())}`),
	decodeNpy: (bytes: Uint8Array) => fromBuffer(bytes.subarray(6), { dtype: "u1" }),
	decodePickle: (bytes: Uint8Array, options?: { readonly encoding?: string }) => ({
		value: { bytes, ...options },
		end: bytes.length,
	}),
};
const everyByte = array(
	Uint8Array.from({ length: 256 }, (_, byte) => byte),
	{ dtype: "u1" },
);

test.each(["npy-latin1", "npy-b64"] as const)("%s hands every byte to the codec and back", (dialect) => {
	const text = encodeJson(everyByte, { dialect, ...codecs });
	expect(text).toMatch(/^[\x20-\x7e]*$/);
	expect(decodeJson(text, codecs)).toMatchObject({ shape: [256] });
	expect(encodeJson(decodeJson(text, { dialect, ...codecs }), { dialect, ...codecs })).toBe(text);
	expect(() => decodeJson(text)).toThrow("@ndwire/npy");
	expect(() => encodeJson(everyByte, { dialect })).toThrow("@ndwire/npy");
});

test("latin-1 is written with Python's escapes, and read raw as well", () => {
	expect(
		encodeJson(array(latin1ToBytes('\0\n"\\\x7f\x80\xff'), { dtype: "u1" }), { dialect: "npy-latin1", ...codecs }),
	).toBe(String.raw`"\u0093NUMPY\u0000\n\"\\\u007f\u0080\u00ff"`);
	expect(decodeJson('"\x93NUMPY\x80\xff"', codecs)).toMatchObject({ shape: [2] });
});

test("code points above 255 are no bytes", () => {
	expect(() => decodeJson('"\x93NUMPY\u0100"', codecs)).toThrow(
		expect.objectContaining({ code: "bad-encoding", offset: 6 }),
	);
	expect(() => latin1ToBytes("a\u{1f600}")).toThrow("found U+1F600");
	expect(latin1ToBytes(bytesToLatin1(everyByte.toBytes()))).toEqual(everyByte.toBytes());
});

test("a pickle goes to the decoder that is passed in, with the encoding", () => {
	const options = { ...codecs, encoding: "bytes" };
	const value = { bytes: latin1ToBytes("\x80\x04."), encoding: "bytes" };
	expect(decodeJson('"\\u0080\\u0004."', { dialect: "pickle-latin1", ...options })).toEqual(value);
	expect(decodeJson('"gAQu"', { dialect: "pickle-b64", ...options })).toEqual(value);
	expect(() => decodeJson('"gAQu"', { dialect: "pickle-b64" })).toThrow("@ndwire/pickle-reader");
});

test("a pickle of something else than an array has to be asked for, and none is written", () => {
	expect(() => decodeJson('"\\u0080\\u0004."', codecs)).toThrow(expect.objectContaining({ code: "unsafe-object" }));
	expect(() => encodeJson(everyByte, { dialect: "pickle-latin1" })).toThrow(FormatError);
});
