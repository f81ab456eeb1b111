import { describe, expect, test } from "vitest";
import { decodeName, encodeName } from "./entry-name.js";

const utf8 = 0x800;

describe("names are read as zipfile reads them", () => {
	test.each([
		{ what: "ASCII, whatever the flag", bytes: [0x61, 0x2f, 0x00], flags: utf8, name: "a/\0" },
		{ what: "code page 437 without the flag", bytes: [0x82, 0xe1, 0xff], flags: 0, name: "éß\u00a0" },
		{ what: "UTF-8 with the flag", bytes: [0xc3, 0xa9], flags: utf8, name: "é" },
		{ what: "UTF-8 without the flag is mojibake, in Python too", bytes: [0xc3, 0xa9], flags: 0, name: "├⌐" },
		{ what: "a byte order mark stays", bytes: [0xef, 0xbb, 0xbf, 0x61], flags: utf8, name: "\ufeffa" },
		{ what: "no name", bytes: [], flags: 0, name: "" },
	])("$what", ({ bytes, flags, name }) => {
		expect(decodeName(Uint8Array.from(bytes), flags, 0)).toBe(name);
	});

	test.each([
		["overlong", [0xc0, 0x80]],
		["a surrogate", [0xed, 0xa0, 0x80]],
		["cut off", [0xe2, 0x82]],
	])("UTF-8 that is none is refused: %s", (_, bytes) => {
		const refusal = expect.objectContaining({ code: "bad-encoding", offset: 46 });
		expect(() => decodeName(Uint8Array.from(bytes), utf8, 46)).toThrow(refusal);
	});

	test("names of 65,535 bytes are read", () => {
		expect(decodeName(new Uint8Array(0xffff).fill(0x61), 0, 0)).toBe("a".repeat(0xffff));
	});
});

describe("names are written as zipfile writes them", () => {
	test.each([
		{ name: "a.npy", bytes: [0x61, 0x2e, 0x6e, 0x70, 0x79], flags: 0 },
		{ name: "é", bytes: [0xc3, 0xa9], flags: utf8 },
		{ name: "😀", bytes: [0xf0, 0x9f, 0x98, 0x80], flags: utf8 },
	])("$name", ({ name, bytes, flags }) => {
		expect(encodeName(name)).toEqual({ bytes: Uint8Array.from(bytes), flags });
	});

	test("a lone surrogate has no UTF-8", () => {
		expect(encodeName("a\ud800")).toBeUndefined();
	});
});
