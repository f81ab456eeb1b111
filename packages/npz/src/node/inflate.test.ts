import { deflateRawSync } from "node:zlib";
import { FormatError } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { inflate, inflateAsync } from "./inflate.js";

const ramp = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index);
const now = async (bytes: Uint8Array, size: number): Promise<Uint8Array> => inflate(bytes, size);

describe.each([
	["at once", now, ramp(200)],
	["later, without a thread", inflateAsync, ramp(200)],
	["on another thread", inflateAsync, ramp(70_000)],
])("inflated %s", (_, inflate, data) => {
	const deflated = deflateRawSync(data);

	test("members have memory of their own, which is no Buffer", async () => {
		const inflated = await inflate(deflated, data.length);
		expect(inflated).toEqual(data);
		expect(Buffer.isBuffer(inflated)).toBe(false);
		expect(inflated.buffer.byteLength).toBeLessThanOrEqual(data.length + 64);
	});

	test.each([
		["one byte more than the directory says", data.length - 1, "bad-length"],
		["less than it says is for the caller to notice", data.length + 1, undefined],
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
