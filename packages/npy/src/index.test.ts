import { expect, test } from "vitest";
import * as npy from "./index.js";

test("the package exports these names and no others", () => {
	expect(Object.keys(npy).toSorted()).toEqual(["decodeNpy", "decodeNpyHeader", "decodeNpySequence", "encodeNpy"]);
});
