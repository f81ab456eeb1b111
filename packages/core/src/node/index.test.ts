import { expect, test } from "vitest";
import * as node from "./index.js";

test("what the entry gives", () => {
	expect(Object.keys(node)).toEqual(["fromFile"]);
});
