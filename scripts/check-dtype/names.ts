import fc from "fast-check";

/** Names that programs trip over: JavaScript's own, Python's quoting, NumPy's defaults and padding, all of Unicode's corners. */
const nastyNames = [
	..."a b c id x y".split(" "),
	..."f0 f1 f2 names formats offsets titles itemsize aligned".split(" "),
	..."__proto__ constructor toString hasOwnProperty valueOf length".split(" "),
	..."0 1 10 -1 01 NaN null undefined None True".split(" "),
	"",
	" ",
	"a b",
	"a,b",
	"(",
	"'",
	'"',
	`both'"`,
	"\\",
	"\\x41",
	"\t",
	"\n",
	"\r",
	"\0",
	"\x7f",
	"\x85",
	"\xa0",
	"\xad",
	"é",
	"ÿ",
	"Ā",
	"μ",
	"漢",
	"e\u0301",
	"\u0378",
	"\u200b",
	"\u2028",
	"\ue000",
	"\ud800",
	"\udfff",
	"\ufeff",
	"\uffff",
	"😀",
	"\u{e0001}",
	"\u{10ffff}",
] as const;

/** The name or title of a field. The printable characters are old ones: Python and JavaScript know different editions of Unicode. */
export const nameArbitrary: fc.Arbitrary<string> = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...nastyNames) },
	{ weight: 1, arbitrary: fc.string({ maxLength: 3 }) },
	{ weight: 1, arbitrary: fc.array(fc.constantFrom(...nastyNames), { maxLength: 3 }).map(joinWithoutPairing) },
);

/** Two lone surrogates that meet would be one character in JavaScript and two in Python. */
function joinWithoutPairing(parts: readonly string[]): string {
	return parts.join("").replace(/\ud800\udfff/g, "\ud800.\udfff");
}
