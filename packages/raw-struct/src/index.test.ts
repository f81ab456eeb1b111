import { expect, test } from "vitest";
import * as rawStruct from "./index.js";

test("the package exports these names and no others", () => {
	expect(Object.keys(rawStruct).toSorted()).toEqual([
		"ArrayBin",
		"FrameDecoder",
		"FrameDecoderStream",
		"PrefixedDecoder",
		"PrefixedDecoderStream",
		"decodeFrame",
		"decodeFrameHeader",
		"decodeFrames",
		"decodeRaw",
		"encodeFrame",
		"encodeFrameHeader",
		"encodePrefixed",
		"encodeRaw",
		"openArrayBin",
		"readRaw",
		"writeArrayBin",
		"writeRaw",
	]);
});
