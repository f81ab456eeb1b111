import { expect, test } from "vitest";
import * as sink from "./index.js";

test("what the entry gives", () => {
	expect(Object.keys(sink)).toEqual(["piecesOf", "writePieces"]);
});
