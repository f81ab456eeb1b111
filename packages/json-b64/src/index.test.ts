import { expect, test } from "vitest";
import * as json from "./index.js";

test("the package exports these names and no others", () => {
	expect(Object.keys(json).toSorted()).toEqual(["decodeNumbers", "encodeNumberPieces", "encodeNumbers", "readNumbers"]);
});
