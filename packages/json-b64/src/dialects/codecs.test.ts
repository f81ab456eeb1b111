import { array, bitsEqual, FormatError } from "@ndwire/core";
import { decodeNpy, encodeNpy } from "@ndwire/npy";
import { decodePickleAt as decodePickle } from "@ndwire/pickle-reader";
import { expect, test } from "vitest";
import { decodeJson } from "../decode.js";
import { encodeJson } from "../encode.js";
import { bytesToLatin1, latin1ToBytes } from "../latin1.js";

const everyByte = array(
	Uint8Array.from({ length: 256 }, (_, byte) => byte),
	{ dtype: "u1" },
);

test.each(["npy-latin1", "npy-b64"] as const)("%s hands every byte to the codec and back", (dialect) => {
	const text = encodeJson(everyByte, { dialect, encodeNpy });
	expect(text).toMatch(/^[\x20-\x7e]*$/);
	expect(bitsEqual(decodeJson(text, { dialect, decodeNpy }), everyByte)).toBe(true);
	expect(() => decodeJson(text)).toThrow("@ndwire/npy");
	expect(() => encodeJson(everyByte, { dialect })).toThrow("@ndwire/npy");
});

test("latin-1 is written with Python's escapes, and read raw as well", () => {
	const bytes = array(latin1ToBytes('\0\n"\\\x7f\x80\xff'), { dtype: "u1" });
	const text = encodeJson(bytes, { dialect: "npy-latin1", encodeNpy });
	expect(text).toContain(String.raw`"\u0093NUMPY\u0001\u0000v\u0000{'descr': '|u1'`);
	expect(text.endsWith(String.raw`\u0000\n\"\\\u007f\u0080\u00ff"`)).toBe(true);
	const raw = JSON.stringify(JSON.parse(text));
	expect(raw.length).toBeLessThan(text.length);
	expect(bitsEqual(decodeJson(raw, { dialect: "npy-latin1", decodeNpy }), bytes)).toBe(true);
});

test("code points above 255 are no bytes", () => {
	expect(() => decodeJson('"\x93NUMPY\u0100"', { decodeNpy })).toThrow(
		expect.objectContaining({ code: "bad-encoding", offset: 6 }),
	);
	expect(() => latin1ToBytes("a\u{1f600}")).toThrow("found U+1F600");
	expect(latin1ToBytes(bytesToLatin1(everyByte.toBytes()))).toEqual(everyByte.toBytes());
});

/** json.dumps(pickle.dumps([1, "é"], protocol=P).decode("latin-1")), and that in base64. */
const pickles = [
	[
		'"\\u0080\\u0004\\u0095\\f\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000]\\u0094(K\\u0001\\u008c\\u0002\\u00c3\\u00a9\\u0094e."',
		"pickle-latin1",
	],
	['"gASVDAAAAAAAAABdlChLAYwCw6mUZS4="', "pickle-b64"],
] as const;

test.each(pickles)("%s goes to the decoder that is passed in", (text, dialect) => {
	expect(decodeJson(text, { dialect, decodePickle })).toEqual([1, "é"]);
	expect(() => decodeJson(text, { dialect })).toThrow("@ndwire/pickle-reader");
	// A pickle of something else than an array has to be asked for.
	expect(() => decodeJson(text, { decodePickle })).toThrow(expect.objectContaining({ code: "unsafe-object" }));
	expect(() => encodeJson(everyByte, { dialect })).toThrow(FormatError);
});

test("the encoding goes with it", () => {
	// pickle.dumps("\xe9", protocol=2) of Python 2.
	const python2 = '"\\u0080\\u0002U\\u0001\\u00e9q\\u0000."';
	expect(decodeJson(python2, { dialect: "pickle-latin1", decodePickle, encoding: "latin1" })).toBe("é");
	expect(decodeJson(python2, { dialect: "pickle-latin1", decodePickle, encoding: "bytes" })).toEqual(
		Uint8Array.of(0xe9),
	);
});
