import { expect, test } from "vitest";
import * as source from "./index.js";

test("what the entry gives", () => {
	expect(Object.keys(source)).toEqual([
		"allocate",
		"inParallel",
		"SourceError",
		"fromBytes",
		"fromBlob",
		"fromStream",
		"fromResponse",
		"fromUrl",
		"toSource",
	]);
});
