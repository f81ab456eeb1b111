import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBase64, decodePortably } from "./decode.js";
import { encodeBase64, encodePortably } from "./encode.js";

describe.each([
	{ name: "the platform's own", decode: decodeBase64, encode: encodeBase64 },
	{ name: "the portable one", decode: decodePortably, encode: encodePortably },
])("$name", ({ decode, encode }) => {
	test("gives what Buffer gives, and takes it back", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
				const text = Buffer.from(bytes).toString("base64");
				expect(encode(bytes)).toBe(text);
				expect(decode(text)).toEqual(bytes);
				expect(decode(text.replaceAll("=", ""))).toEqual(bytes);
				expect(decode(text.replaceAll(/(.{3})/g, "$1 \n"))).toEqual(bytes);
			}),
		);
	});

	test.each([
		["AQ-_", 2],
		["AQAA!", 4],
		["A\u00e9AA", 1],
		["AAAA=A", 5],
		["AA==AA", 4],
		["AA\u00a0AA", 2],
		["AAAA\0", 4],
	])("%j has a foreign character at %i", (text, offset) => {
		expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad-encoding", offset }));
		expect(() => decode(text, { offset: 100 })).toThrow(expect.objectContaining({ offset: offset + 100 }));
	});

	test.each(["A", "AAAAA", "AA=", "AAA==", "AAAA=", "====", "="])("%j does not end with a byte", (text) => {
		expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad-encoding" }));
	});
});

test("both agree on any text", () => {
	const text = fc.string({ unit: fc.constantFrom(..."AZaz09+/=\n \t\f-_é"), maxLength: 12 });
	fc.assert(
		fc.property(text, (mixed) => {
			expect(outcome(() => decodeBase64(mixed))).toEqual(outcome(() => decodePortably(mixed)));
		}),
		{ numRuns: 2000 },
	);
});

function outcome(act: () => Uint8Array): unknown {
	try {
		return act();
	} catch (error) {
		return error;
	}
}
