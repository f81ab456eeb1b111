import { expect, test } from "vitest";
import { parsePythonLiteral } from "./parse.js";

test.each([
	["\n\n1"],
	["# comment\n1"],
	[" # comment\n1"],
	["\f1"],
	[" \f1"],
	["\\\n1"],
	["1 # comment"],
	["1\n\n  # comment\n"],
	["1\r\n"],
	["1\r\r"],
	["1 \t\f"],
	["(\n 1 # comment\n)"],
	["(\r1)"],
	["(1 \\\n)"],
])("%j holds a 1 and blanks", (text) => {
	expect(parsePythonLiteral(text)).toMatchObject({ type: "int", value: 1n });
});

test.each([["\n 1"], ["\f 1"], ["# comment\n\t1"], ["1 # comment\n1"], ["1 \\ \n"], ["1 \\\n"], ["(1 # )"]])(
	"%j is refused",
	(text) => {
		expect(() => parsePythonLiteral(text)).toThrow("Python literal");
	},
);
