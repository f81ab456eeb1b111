import fc from "fast-check";

import { editsOf } from "./edits.js";

const integer = fc.oneof(
	fc.bigInt().map(String),
	fc.constantFrom(
		..."0 00 0_0 1_000 1__0 _1 1_ 0x1F 0XfF 0x_1f 0o17 0O7 0o8 0b101 0B_1 0b2 010 3L 9007199254740993 1a".split(" "),
	),
);

const float = fc.oneof(
	fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
	fc.constantFrom(
		..."0. .0 . 1.5 1e5 1E+5 1e-5 1_0.0_1 1._0 1e1_0 1e 1e999 1e-999 5e-324 0e0 01.5 010e1 1.5.5 2.225073858507201e-308".split(
			" ",
		),
	),
);

const complex = fc
	.tuple(
		fc.constantFrom("", "1+", "1-", "-1+", "1.5 - ", "0+", "-0.0-", "1j+", "(1)+", "True+", "1+ +", "1e999+"),
		fc.constantFrom("2j", "0j", "1.5J", "1e999j", "08j", "-2j", "2", "(2j)"),
	)
	.map((parts) => parts.join(""));

const characters = [
	..."ab'\"\\ntx0N{}#u8 \t".split(""),
	"\n",
	"\r",
	"\f",
	"\0",
	"\x7f",
	"é",
	"μ",
	"漢",
	"\u2028",
	"😀",
	"\ufeff",
];
const escapes = [
	"\\\\",
	"\\'",
	'\\"',
	"\\n",
	"\\a",
	"\\0",
	"\\012",
	"\\777",
	"\\x41",
	"\\x4",
	"\\u00e9",
	"\\u12",
	"\\ud800",
	"\\udfff",
].concat(["\\U0001f600", "\\U00110000", "\\\n", "\\\r\n", "\\d", "\\é", "\\N"]);

const string = fc
	.tuple(
		fc.constantFrom(..." r R b B u U rb bR Br f ur bu rr ".split(" ")),
		fc.constantFrom("'", '"', "'''", '"""'),
		fc.array(fc.oneof(fc.constantFrom(...characters), fc.constantFrom(...escapes)), { maxLength: 6 }),
	)
	.map(([prefix, quote, parts]) => prefix + quote + parts.join("") + quote);

const word = fc.constantFrom(
	..."None True False ... Ellipsis set() set( set([]) nan inf none lambda:0 f() x 1+2 not True ~1".split(" "),
);

const blank = fc.oneof(
	{ weight: 120, arbitrary: fc.constantFrom("", "", "", " ") },
	{
		weight: 10,
		arbitrary: fc.constantFrom(
			"\t",
			"\f",
			"\n",
			"\r\n",
			"\r",
			" # x\n",
			"#\n\n",
			"\\\n",
			"\\\r\n",
			"\v",
			"\xa0",
			"\ufeff",
		),
	},
);

const sign = fc.constantFrom("", "", "", "", "-", "+", "- ", "--", "+-", "~");

const { literal } = fc.letrec<{ literal: string; items: string; entries: string }>((tie) => ({
	literal: fc
		.tuple(
			blank,
			fc.oneof(
				{ maxDepth: 4, depthSize: "small" },
				{ weight: 30, arbitrary: fc.tuple(sign, fc.oneof(integer, float, complex)).map((parts) => parts.join("")) },
				{ weight: 30, arbitrary: fc.array(string, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(" ")) },
				{ weight: 10, arbitrary: word },
				{ weight: 10, arbitrary: tie("items").map((items) => `[${items}]`) },
				{ weight: 10, arbitrary: tie("items").map((items) => `(${items})`) },
				{ weight: 5, arbitrary: tie("items").map((items) => `{${items}}`) },
				{ weight: 10, arbitrary: tie("entries").map((entries) => `{${entries}}`) },
				{ weight: 2, arbitrary: tie("items") },
			),
			blank,
		)
		.map((parts) => parts.join("")),
	items: fc
		.tuple(fc.array(tie("literal"), { maxLength: 3 }), fc.constantFrom("", "", ",", ",,"))
		.map(([items, end]) => items.join(",") + end),
	entries: fc
		.tuple(
			fc.array(
				fc.tuple(tie("literal"), tie("literal")).map((pair) => pair.join(":")),
				{ maxLength: 3 },
			),
			fc.constantFrom("", "", ","),
		)
		.map(([entries, end]) => entries.join(",") + end),
}));

/**
 * Text of a Python literal, most of them right. Without `\N{…}`, which is documented as not read, for it needs the names
 * of all characters.
 */
export const literalArbitrary: fc.Arbitrary<string> = fc
	.oneof(
		{ weight: 70, arbitrary: literal },
		{ weight: 20, arbitrary: editsOf(literal, [...characters, ..."()[]{},:+-_.xojbrL".split("")]) },
	)
	.filter((text) => !text.includes("\\N{"));
