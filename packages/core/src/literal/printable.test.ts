import { expect, test } from "vitest";
import { isPrintable } from "./printable.js";

test.each([
	[" ", true],
	["~", true],
	["é", true],
	["\u{1f600}", true],
	["\u0301", true],
	["\x7f", false],
	["\x85", false],
	["\xa0", false],
	["\xad", false],
	["\u200b", false],
	["\u2028", false],
	["\u2029", false],
	["\u3000", false],
	["\ud800", false],
	["\ue000", false],
	["\u0378", false],
	["\u{e0001}", false],
])("str.isprintable of %j is %s", (character, printable) => {
	expect(isPrintable(character)).toBe(printable);
});
