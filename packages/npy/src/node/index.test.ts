import { expect, test } from "vitest";
import * as node from "./index.js";

test("the entry exports this name and no other", () => {
	expect(Object.keys(node)).toEqual(["NpyAppender"]);
});
