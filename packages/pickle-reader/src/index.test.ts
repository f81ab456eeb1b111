import { expect, test } from "vitest";
import * as pickleReader from "./index.js";
import type { PickleDecoder } from "@ndwire/core";

test("the package exports these names and no others", () => {
	const names = ["PyMap", "decodeJoblib", "decodePickle", "decodePickleAt", "isTuple", "scanPickle"];
	expect(Object.keys(pickleReader).toSorted()).toEqual(names.toSorted());
});

test("decodePickleAt is what other codecs take", () => {
	const decoder: PickleDecoder = pickleReader.decodePickleAt;
	expect(decoder(Uint8Array.of(0, 0x4e, 0x2e), { offset: 1, encoding: "bytes" })).toEqual({ value: null, end: 3 });
});
