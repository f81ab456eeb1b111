import { describe, expect, test } from "vitest";
import { array } from "./create.js";
import { copy } from "./copy.js";
import { setFastPaths } from "./fast/fast-paths.js";
import { fromBuffer } from "./from-buffer.js";
import { toStrings } from "./to-strings.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each([true, false])("with fast paths: %s", (isFast) => {
	test.each([
		["ASCII", ["a", "bc", "", "def"]],
		["Latin-1", ["é", "ÿ\u0080"]],
		["more than one byte", ["αβγ", "漢字"]],
		["a byte order mark", ["\ufeff", "\ufeffa"]],
		["characters beyond U+FFFF", ["a\u{1f600}", "b"]],
		["lone surrogates", ["\ud800", "x\udfff"]],
		["zeros in the middle", ["a\0b", "\0c"]],
	])("text of %s comes in C order, in either byte order, from any view", (_what, texts) => {
		setFastPaths(isFast);
		const a = array(texts, { dtype: "<U3" });
		expect(toStrings(a)).toEqual(texts);
		expect(toStrings(copy(a, { byteOrder: ">" }))).toEqual(texts);
		expect(toStrings(a.slice([null, null, -1]))).toEqual(texts.toReversed());
		const pairs = array([texts, texts.toReversed()], { dtype: "<U3" });
		expect(toStrings(pairs.transpose())).toEqual(texts.flatMap((text, index) => [text, texts.toReversed()[index]]));
		const odd = Uint8Array.of(0, ...a.toBytes()).subarray(1);
		expect(toStrings(fromBuffer(odd, { dtype: "<U3" }))).toEqual(texts);
	});

	test("bytes are ASCII, or what the caller says", () => {
		setFastPaths(isFast);
		const ascii = array([bytes("a"), bytes("bcd"), bytes("")], { dtype: "S3" });
		expect(toStrings(ascii)).toEqual(["a", "bcd", ""]);
		const e = array([bytes("é"), bytes("e")], { dtype: "S2" });
		expect(toStrings(e, { encoding: "utf8" })).toEqual(["é", "e"]);
		expect(toStrings(e, { encoding: "latin1" })).toEqual(["Ã©", "e"]);
		expect(() => toStrings(e)).toThrow("expected bytes of ASCII, found 0xc3");
		const broken = array([Uint8Array.of(0xc3)], { dtype: "S2" });
		expect(() => toStrings(broken, { encoding: "utf8" })).toThrow(expect.objectContaining({ code: "bad-encoding" }));
	});

	test("more than one block: each is decoded as it needs", () => {
		setFastPaths(isFast);
		const texts = Array.from({ length: 30_000 }, (_, index) => (index % 10_000 === 9_999 ? "\u{1f600}" : `n${index}`));
		expect(toStrings(array(texts, { dtype: "<U6" }))).toEqual(texts);
	});

	test("a code point that there is not is refused", () => {
		setFastPaths(isFast);
		const a = fromBuffer(Uint32Array.of(97, 0x110000), { dtype: "<U1" });
		expect(() => toStrings(a)).toThrow(expect.objectContaining({ code: "bad-encoding", found: "0x110000" }));
		expect(() => toStrings(fromBuffer(Uint32Array.of(0xffffffff), { dtype: "<U1" }))).toThrow("0xffffffff");
	});
});

test("elements without characters are empty", () => {
	expect(toStrings(fromBuffer(new Uint8Array(0), { dtype: "U0", shape: [3] }))).toEqual(["", "", ""]);
	expect(toStrings(array([], { dtype: "U4" }))).toEqual([]);
});

test("anything else has no text", () => {
	expect(() => toStrings(array([1], { dtype: "<i4" }))).toThrow("expected text or bytes, found shape [1] of i4");
});
