import { isSince, type DTypeRules } from "./rules.js";

/** The type string that a character or a name stands for (`d`, `?`, `float64`, `intc`), or undefined. Datetimes have others. */
export function typeStringOf(word: string, mark: string, rules: DTypeRules): string | undefined {
	const [, stem, bits] = /^(int|uint|float|complex)([1-9]\d*)$/.exec(word) ?? [];
	if (!isKnown(word, mark, rules)) return undefined;
	if (stem !== undefined) return stem.charAt(0) + Number(bits) / 8;
	const name = (word.length === 1 && NUMBERED[word.charCodeAt(0)]) || word;
	const rows = isSince(rules, 2, 0) ? NAMES : NAMES + FORMER_NAMES;
	const [kind, size = ""] = rows.split(",").find((row) => row.split(" ").includes(name, 1)) ?? [];
	return kind && kind + (sizesInC(kind, rules)[size] ?? size);
}

/** Whether the release has the word, with a byte-order mark or without: names take none, and `a` is a name from 2.0 until 2.5. */
function isKnown(word: string, mark: string, rules: DTypeRules): boolean {
	const isNew = isSince(rules, 2, 0);
	const isName = word.length > 1 || (word === "a" && isNew);
	if (isName && mark !== "") return false;
	if (word === "a") return !isSince(rules, 2, 5);
	return "nN".includes(word) ? isNew : word !== "ulong" || isSince(rules, 1, 23);
}

/** The type characters in the order of NumPy's type numbers: a character with the code of such a number stands for its type. */
const NUMBERED = "?bBhHiIlLqQfdgFDGOSUVMme";

/** Of every type a letter for its kind and one for its size, then its names. */
const NAMES =
	"b1 ? bool bool_,i1 b byte,u1 B ubyte,i2 h short,u2 H ushort,i4 i intc,u4 I uintc,i8 q longlong p n intp," +
	"u8 Q ulonglong P N uintp,il l long,ul L ulong,id int int_,ud uint,f2 e half,f4 f single,f8 d double float," +
	"fg g longdouble,c8 F csingle,cx D cdouble complex,cg G clongdouble,S0 S a bytes bytes_,S1 c,U0 U str str_ unicode," +
	"V0 V void,O8 O object object_,M8 M,m8 m";

/** Gone with NumPy 2.0. */
const FORMER_NAMES =
	",b1 bool8,i8 int0,u8 uint0,f8 float_,fg longfloat,c8 singlecomplex,cx cfloat complex_,cg clongfloat longcomplex," +
	"S0 string_ bytes0,U0 unicode_ str0,V0 void0,O8 object0";

/** Sizes for which there is no digit: what the platform has for C's `long` and `long double`, and NumPy's default integer. */
function sizesInC(kind: string, rules: DTypeRules): Readonly<Record<string, number>> {
	const isWindows = rules.platform === "llp64";
	return {
		l: isWindows ? 4 : 8,
		// C's long before 2.0.
		d: isWindows && !isSince(rules, 2, 0) ? 4 : 8,
		g: (isWindows ? 8 : 16) * (kind === "c" ? 2 : 1),
		x: 16,
	};
}
