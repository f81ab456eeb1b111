import { describe, expect, test } from "vitest";
import { fromHex, toHex } from "../testing/hex.js";
import { PrefixedDecoder } from "./decoder.js";
import { PrefixedDecoderStream } from "./decoder-stream.js";
import { encodePrefixed } from "./encode.js";

const messages = [fromHex("010203"), new Uint8Array(0), fromHex("ff".repeat(300))];
const bytes = Uint8Array.from(messages.flatMap((message) => [...encodePrefixed(message)]));

test("the prefix is struct.pack('<Q', length)", () => {
	expect(toHex(encodePrefixed(fromHex("0102")))).toBe("02000000000000000102");
});

test.each([1, 5, 8, 9, 11, 100, 1000])("messages come out of chunks of %d bytes", async (size) => {
	const source = new ReadableStream<Uint8Array>({
		start(controller) {
			for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
			controller.close();
		},
	});
	const found: Uint8Array[] = [];
	for await (const message of source.pipeThrough(new PrefixedDecoderStream({ decode: (bytes) => bytes }))) {
		found.push(message);
	}
	expect(found).toEqual(messages);
});

test("what decode makes of a message is the result, and its error the fault", () => {
	const decoder = new PrefixedDecoder({
		decode: ([first]) => {
			if (first === undefined) throw new RangeError("an empty message");
			return { first };
		},
	});
	decoder.push(bytes);
	expect(decoder.pull()).toEqual({ first: 1 });
	expect(() => decoder.pull()).toThrow("an empty message");
	expect(() => decoder.pull()).toThrow("an empty message");
});

describe("memory", () => {
	test("a message that lies whole in a chunk, at a multiple of 8, is a view of it", () => {
		const decoder = new PrefixedDecoder({ decode: (message) => message });
		decoder.push(bytes.slice());
		const [first, , third] = [...decoder];
		expect([first?.byteOffset, first?.buffer.byteLength]).toEqual([8, bytes.length]);
		expect(third?.buffer.byteLength).toBe(300);
	});

	test("with copy it is not", () => {
		const decoder = new PrefixedDecoder({ decode: (message) => message, copy: true });
		decoder.push(bytes);
		expect(decoder.pull()?.buffer.byteLength).toBe(3);
	});
});

describe("refusals", () => {
	test.each([
		["a length above 1 GiB", "limit", "0100004000000000", undefined],
		["a length above 2 ** 53", "limit", "ffffffffffffffff", Infinity],
		["a length above another limit", "limit", "0a00000000000000", 9],
	])("%s: %s, before a byte of it has come", (_, code, hex, maxMessageSize) => {
		const decoder = new PrefixedDecoder({ decode: (message) => message, ...(maxMessageSize && { maxMessageSize }) });
		decoder.push(fromHex(hex));
		expect(() => decoder.pull()).toThrow(expect.objectContaining({ code, format: "prefixed", offset: 0 }));
	});

	test("the end within a message", () => {
		const decoder = new PrefixedDecoder({ decode: (message) => message });
		decoder.push(bytes.subarray(0, 10));
		expect(decoder.pull()).toBeUndefined();
		expect(() => decoder.end()).toThrow(expect.objectContaining({ code: "truncated", found: "2: 1 are missing" }));
	});
});
