import { expect, test } from "vitest";
import { asBytes } from "./as-bytes.js";

const { buffer } = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7);

test.each([
	["a buffer", buffer, [0, 1, 2, 3, 4, 5, 6, 7]],
	["a DataView of its middle", new DataView(buffer, 3, 2), [3, 4]],
	["a typed array of its end", new Uint16Array(buffer, 4), [4, 5, 6, 7]],
] as const)("%s is seen as bytes, in the same memory", (_what, source, expected) => {
	const bytes = asBytes(source);
	expect([...bytes]).toEqual(expected);
	expect(bytes.buffer).toBe(buffer);
});

test.each([[8], ["12"], [[1, 2]], [null]])("%j is not taken for bytes", (source: unknown) => {
	expect(() => {
		Reflect.apply(asBytes, undefined, [source]);
	}).toThrow(TypeError);
});
