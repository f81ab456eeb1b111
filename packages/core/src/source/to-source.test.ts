import { expect, test } from "vitest";
import { streamOf } from "../testing/stream-of.js";
import { fromBytes } from "./from-bytes.js";
import { toSource } from "./to-source.js";

const bytes = Uint8Array.of(1, 2, 3, 4);

test.each([
	["bytes", bytes],
	["a DataView", new DataView(bytes.buffer)],
	["an ArrayBuffer", bytes.buffer],
	["a SharedArrayBuffer", sharedBuffer()],
	["a Blob", new Blob([bytes])],
	["a File", new File([bytes], "bytes")],
	["a Response", new Response(bytes)],
	["a stream", streamOf(bytes, 1)],
	["a source", fromBytes(bytes)],
])("%s can be read from", async (_, source) => {
	expect(await toSource(source).read(1, 2)).toEqual(Uint8Array.of(2, 3));
});

test("a source is taken as it is", () => {
	const source = fromBytes(bytes);
	expect(toSource(source)).toBe(source);
});

test.each([
	["a path", "a.npy"],
	["a URL", new URL("https://example.org/a.npy")],
	["a promise", Promise.resolve(bytes)],
	["a list", [1, 2]],
])("%s is a wrong argument", (_, source) => {
	// @ts-expect-error -- What the types forbid, JavaScript can still pass.
	expect(() => toSource(source)).toThrow(TypeError);
});

test.each([[undefined], [null], [3]])("%s is a wrong argument", (source) => {
	// @ts-expect-error -- What the types forbid, JavaScript can still pass.
	expect(() => toSource(source)).toThrow(TypeError);
});

function sharedBuffer(): SharedArrayBuffer {
	const shared = new SharedArrayBuffer(4);
	new Uint8Array(shared).set(bytes);
	return shared;
}
