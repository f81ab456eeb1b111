import { expect, test } from "vitest";
import * as npy from "./index.js";

test("the package exports these names and no others", () => {
	expect(Object.keys(npy).toSorted()).toEqual([
		"NpyDecoderStream",
		"decodeNpy",
		"decodeNpyHeader",
		"decodeNpySequence",
		"encodeNpy",
		"openNpy",
		"readNpy",
		"writeNpy",
	]);
});
