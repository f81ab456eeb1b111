import { deflateRawSync } from "node:zlib";
import { FormatError } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { inflate, inflateAsync } from "./inflate.js";

const data = Uint8Array.from({ length: 200 }, (_, index) => index);
const deflated = deflateRawSync(data);

describe.each([
	["at once", async (bytes: Uint8Array, size: number) => inflate(bytes, size)],
	["on another thread", inflateAsync],
])("inflated %s", (_, inflate) => {
	test("short members have memory of their own, which is no Buffer", async () => {
		const inflated = await inflate(deflated, data.length);
		expect(inflated).toEqual(data);
		expect(Buffer.isBuffer(inflated)).toBe(false);
		expect(inflated.buffer.byteLength).toBeLessThanOrEqual(data.length + 64);
	});

	test.each([
		["one byte more than the directory says", 199, "bad-length"],
		["less than it says is for the caller to notice", 201, undefined],
		["nothing expected", 0, "bad-length"],
	])("%s", async (_, size, code) => {
		const found = await inflate(deflated, size).then(
			() => undefined,
			(error: unknown) => error,
		);
		expect(found instanceof FormatError ? found.code : found).toBe(code);
	});

	test("a stream that is followed by something", async () => {
		const followed = Buffer.concat([deflated, Buffer.from("junk")]);
		await expect(inflate(followed, data.length)).rejects.toMatchObject({ code: "bad-length" });
	});

	test("every beginning of a stream is no stream", async () => {
		const lengths = Array.from(deflated, (_, length) => length);
		const codes = await Promise.all(
			lengths.map((length) =>
				inflate(deflated.subarray(0, length), data.length).then(
					() => "accepted",
					(error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
				),
			),
		);
		expect(new Set(codes)).toEqual(new Set(["truncated"]));
	});
});
