import { expect, test } from "vitest";
import { decodePrefix } from "./prefix.js";

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

test.each([
	{ bytes: [...magic, 1, 0, 3, 0, 0x7b, 0x7d, 0x0a], version: [1, 0], textOffset: 10, textLength: 3 },
	{ bytes: [...magic, 2, 0, 2, 0, 0, 0, 0x7b, 0x7d], version: [2, 0], textOffset: 12, textLength: 2 },
	{ bytes: [...magic, 3, 0, 0, 0, 0, 0, 99], version: [3, 0], textOffset: 12, textLength: 0 },
])("the prefix of version $version is $textOffset bytes long", ({ bytes, version, textOffset, textLength }) => {
	expect(decodePrefix(Uint8Array.from(bytes), 0)).toMatchObject({ framing: { version }, textOffset, textLength });
});

test("the length of a version 1.0 header is unsigned", () => {
	const bytes = new Uint8Array(10 + 0xfffe);
	bytes.set([...magic, 1, 0, 0xfe, 0xff]);
	expect(decodePrefix(bytes, 0).textLength).toBe(0xfffe);
});

test("an array may begin inside a larger buffer", () => {
	const bytes = Uint8Array.from([1, 2, 3, ...magic, 1, 0, 1, 0, 0x0a]).subarray(1);
	expect(decodePrefix(bytes, 2)).toMatchObject({ textOffset: 12, textLength: 1 });
});

test.each([
	{ what: "nothing at all", bytes: [], code: "truncated", offset: 0 },
	{ what: "half a magic", bytes: magic.slice(0, 3), code: "truncated", offset: 3 },
	{ what: "a magic without version", bytes: magic, code: "truncated", offset: 6 },
	{ what: "a version without minor", bytes: [...magic, 1], code: "truncated", offset: 7 },
	{ what: "half a length", bytes: [...magic, 1, 0, 5], code: "truncated", offset: 9 },
	{ what: "half a long length", bytes: [...magic, 2, 0, 5, 0, 0], code: "truncated", offset: 11 },
	{ what: "a header one byte short", bytes: [...magic, 1, 0, 2, 0, 0x7b], code: "truncated", offset: 11 },
	{ what: "a length of 4 GiB", bytes: [...magic, 3, 0, 255, 255, 255, 255, 0x7b], code: "truncated", offset: 13 },
	{ what: "a zip archive", bytes: [0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0], code: "bad-magic", offset: 0 },
	{ what: "a pickle", bytes: [0x80, 4], code: "bad-magic", offset: 0 },
	{ what: "a magic read as 7 bits", bytes: [0x13, ...magic.slice(1), 1, 0, 0, 0], code: "bad-magic", offset: 0 },
	{ what: "version 4.0", bytes: [...magic, 4, 0, 0, 0, 0, 0], code: "bad-version", offset: 6 },
	{ what: "version 1.1", bytes: [...magic, 1, 1, 0, 0], code: "bad-version", offset: 6 },
	{ what: "version 0.0", bytes: [...magic, 0, 0, 0, 0], code: "bad-version", offset: 6 },
])("$what is refused with $code at byte $offset", ({ bytes, code, offset }) => {
	expect(() => decodePrefix(Uint8Array.from(bytes), 0)).toThrow(
		expect.objectContaining({ name: "FormatError", format: "npy", code, offset }),
	);
});
