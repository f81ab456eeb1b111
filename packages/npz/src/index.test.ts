import { expect, test } from "vitest";
import * as npz from "./index.js";
import * as node from "./node/index.js";

test("the package exports these names and no others", () => {
	expect(Object.keys(npz).toSorted()).toEqual([
		"NpzArchive",
		"decodeNpz",
		"decodeNpzEntries",
		"encodeNpz",
		"openNpz",
		"readNpz",
		"writeNpz",
	]);
});

test("on Node the functions that inflate and deflate are there once more", () => {
	expect(Object.keys(node).toSorted()).toEqual(["decodeNpz", "encodeNpz", "openNpz", "readNpz", "writeNpz"]);
});
