import { describe, expect, test } from "vitest";
import { FormatError } from "../format-error.js";
import { formatPythonLiteral } from "./format.js";
import { parsePythonLiteral } from "./parse.js";

/** What Python's `repr(ast.literal_eval(text))` prints, seen in Python 3.11. */
describe("a text reads as ast.literal_eval reads it", () => {
	test.each([
		["None", "None"],
		["True", "True"],
		["...", "Ellipsis"],
		["()", "()"],
		["(1)", "1"],
		["((1))", "1"],
		["(1,)", "(1,)"],
		["1, 2", "(1, 2)"],
		["1,", "(1,)"],
		["[]", "[]"],
		["[1, [2, ()], ]", "[1, [2, ()]]"],
		["{}", "{}"],
		["{1}", "{1}"],
		["{1, 2,}", "{1, 2}"],
		["set()", "set()"],
		["set ( )", "set()"],
		["{'a': 1, 'b': (2,), }", "{'a': 1, 'b': (2,)}"],
		["+3", "3"],
		["- 3", "-3"],
		["-(3)", "-3"],
		["-0x10", "-16"],
		["1+2j", "(1+2j)"],
		["-1-2j", "(-1-2j)"],
		["(1.5) - 2J", "(1.5-2j)"],
		["2j", "2j"],
		["-2j", "(-0-2j)"],
		["{1: 2}, {3}", "({1: 2}, {3})"],
	])("%j is %s", (text, repr) => {
		expect(formatPythonLiteral(parsePythonLiteral(text))).toBe(repr);
	});
});

test("an npy header with every oddity that NumPy accepts", () => {
	const text = `
# made by hand
{"shape": (0x3, +2,), 'fortran_order'  : False, r'''descr''': '<' "f" u'8', # the last wins
'shape':\t(
1_0,)}\r
`;
	const literal = parsePythonLiteral(text);
	expect(formatPythonLiteral(literal)).toBe(
		"{'shape': (3, 2), 'fortran_order': False, 'descr': '<f8', 'shape': (10,)}",
	);
});

describe("what ast.literal_eval refuses is refused where it stands", () => {
	test.each([
		["", 0],
		["  ", 2],
		["a", 0],
		["None1", 0],
		["true", 0],
		["nan", 0],
		["f()", 0],
		["set(1)", 0],
		["1 + 2", 2],
		["1j + 2j", 3],
		["1 + -2j", 4],
		["1 * 2j", 2],
		["--1", 1],
		["-True", 1],
		["-(-1)", 2],
		["-'a'", 1],
		["(1", 2],
		["(1]", 2],
		["(,)", 1],
		["[1 2]", 3],
		["[,]", 1],
		["{1: 2, 3}", 8],
		["{1, 2: 3}", 5],
		["{[]: 1}", 1],
		["{(1, [2]): 1}", 1],
		["{{}}", 1],
		["1 2", 2],
		["1\n2", 2],
		["1)", 1],
		["'a' b'a'", 4],
		["1\n 2", 3],
		["\n 1", 2],
		["1 \\", 2],
		["(1 \\ \n)", 3],
		["\ufeff1", 0],
		["1\u00a0", 1],
		["1\0", 1],
		["'\ud800'", 1],
		["0777", 0],
		["1_", 1],
		["0x", 1],
		["1e", 1],
		["@", 0],
	])("%j at %i", (text, offset) => {
		const refusal = refusalOf(text);
		expect({ code: refusal.code, offset: refusal.offset }).toEqual({ code: "bad-header-syntax", offset });
	});
});

describe("Python 2's long suffix", () => {
	test.each([
		["(3L, 4L)", "(3, 4)"],
		["(3 L, 0x4L)", "(3, 4)"],
		["3.5L", "3.5"],
	])("%j reads on request", (text, repr) => {
		expect(formatPythonLiteral(parsePythonLiteral(text, { longSuffix: true }))).toBe(repr);
	});

	test("is refused unless asked for", () => {
		expect(refusalOf("(3L,)").offset).toBe(2);
	});

	test("is L alone", () => {
		expect(() => parsePythonLiteral("3LL", { longSuffix: true })).toThrow(FormatError);
		expect(() => parsePythonLiteral("3l", { longSuffix: true })).toThrow(FormatError);
	});
});

test("blanks before the literal read since Python 3.10, and are refused as before on request", () => {
	expect(parsePythonLiteral(" \t1").type).toBe("int");
	expect(() => parsePythonLiteral(" 1", { leadingBlanks: false })).toThrow("no indentation");
	expect(parsePythonLiteral(" \n1", { leadingBlanks: false }).type).toBe("int");
});

test("every value knows its offset in the text", () => {
	const literal = parsePythonLiteral("{'a': (-1, [2.5])}");
	expect(literal).toEqual({
		type: "dict",
		offset: 0,
		entries: [
			[
				{ type: "str", value: "a", offset: 1 },
				{
					type: "tuple",
					offset: 6,
					items: [
						{ type: "int", value: -1n, offset: 7 },
						{ type: "list", items: [{ type: "float", value: 2.5, offset: 12 }], offset: 11 },
					],
				},
			],
		],
	});
});

describe("limits", () => {
	test("brackets nest 200 deep, as in CPython's tokenizer, or as deep as asked for", () => {
		expect(parsePythonLiteral("[".repeat(200) + "]".repeat(200)).type).toBe("list");
		expect(refusalOf("[".repeat(201) + "]".repeat(201)).code).toBe("limit");
		expect(refusalOf("((1))", { maxDepth: 1 }).code).toBe("limit");
	});

	test("the text may be as long as asked for", () => {
		expect(refusalOf("[1, 2]", { maxLength: 5 }).code).toBe("limit");
		expect(parsePythonLiteral("[1, 2]", { maxLength: 6 }).type).toBe("list");
	});

	test("a decimal integer has 4300 digits at most, as in Python, a hexadecimal one any", () => {
		expect(refusalOf("1".repeat(4301)).code).toBe("limit");
		expect(parsePythonLiteral(`0x${"f".repeat(5000)}`).type).toBe("int");
	});

	test.each([
		["strings in a row", "''".repeat(100_000)],
		["bytes in a row", "b'a'".repeat(100_000)],
		["backslashes", `'${"\\\\".repeat(200_000)}'`],
		["open brackets", "[".repeat(500_000)],
		["comments", "#\n".repeat(200_000)],
		["signs", "-".repeat(500_000)],
		["keys", `{${"(1,):1,".repeat(60_000)}}`],
		// In quadratic time they would take minutes, more than a test may.
	])("half a million characters of %s are read to an end", (_, text) => {
		expect(outcomeOf(text)).toMatch(/^(?:value|FormatError)$/);
	});
});

function outcomeOf(text: string): string {
	try {
		parsePythonLiteral(text);
		return "value";
	} catch (error) {
		return error instanceof Error ? error.name : String(error);
	}
}

function refusalOf(text: string, options?: Parameters<typeof parsePythonLiteral>[1]): FormatError {
	try {
		parsePythonLiteral(text, options);
	} catch (error) {
		if (error instanceof FormatError) return error;
		throw error;
	}
	throw new Error(`accepted: ${text}`);
}
