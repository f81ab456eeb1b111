import { isSince, type DTypeRules } from "./rules.js";

/** The type string that a single character stands for (`d`, `?`, `l`), or undefined. */
export function typeStringOfCharacter(character: string, rules: DTypeRules): string | undefined {
	// `a` is then a name until 2.5, which takes no byte-order mark.
	if ((isSince(rules, [2, 0]) ? "a" : "nN").includes(character)) return undefined;
	return lookUp(TYPES, NUMBERED[character.charCodeAt(0)] ?? character, rules);
}

/** The type characters in the order of NumPy's type numbers: a character with the code of such a number stands for its type. */
const NUMBERED = "?bBhHiIlLqQfdgFDGOSUVMme";

/** The type string that a name means (`float64`, `intc`, `void`), or undefined. Datetimes are not among them. */
export function typeStringOfName(name: string, rules: DTypeRules): string | undefined {
	if (name === "a") return isSince(rules, [2, 5]) ? undefined : "S0";
	if (name.length === 1 || (name === "ulong" && !isSince(rules, [1, 23]))) return undefined;
	const [, stem, bits] = /^(int|uint|float|complex)([1-9]\d*)$/.exec(name) ?? [];
	if (stem !== undefined) return stem.charAt(0) + Number(bits) / 8;
	return lookUp(TYPES, name, rules) ?? (isSince(rules, [2, 0]) ? undefined : lookUp(FORMER_TYPES, name, rules));
}

/** By type string; `long`, `default` and `longdouble` are what the platform has under that name in C. */
const TYPES: Readonly<Record<string, string>> = {
	b1: "? bool bool_",
	i1: "b byte",
	u1: "B ubyte",
	i2: "h short",
	u2: "H ushort",
	i4: "i intc",
	u4: "I uintc",
	i8: "q longlong p n intp",
	u8: "Q ulonglong P N uintp",
	"i long": "l long",
	"u long": "L ulong",
	"i default": "int int_",
	"u default": "uint",
	f2: "e half",
	f4: "f single",
	f8: "d double float",
	"f longdouble": "g longdouble",
	c8: "F csingle",
	c16: "D cdouble complex",
	"c longdouble": "G clongdouble",
	S0: "S a bytes bytes_",
	S1: "c",
	U0: "U str str_ unicode",
	V0: "V void",
	O8: "O object object_",
	M8: "M",
	m8: "m",
};

/** Gone with NumPy 2.0. */
const FORMER_TYPES: Readonly<Record<string, string>> = {
	b1: "bool8",
	i8: "int0",
	u8: "uint0",
	f8: "float_",
	"f longdouble": "longfloat",
	c8: "singlecomplex",
	c16: "cfloat complex_",
	"c longdouble": "clongfloat longcomplex",
	S0: "string_ bytes0",
	U0: "unicode_ str0",
	V0: "void0",
	O8: "object0",
};

function lookUp(types: Readonly<Record<string, string>>, name: string, rules: DTypeRules): string | undefined {
	const [type] = Object.entries(types).find(([, names]) => names.split(" ").includes(name)) ?? [];
	const [kind, size] = type?.split(" ") ?? [];
	if (kind === undefined || size === undefined) return kind;
	const isWindows = rules.platform === "llp64";
	if (size === "longdouble") return kind + (isWindows ? 8 : 16) * (kind === "c" ? 2 : 1);
	// NumPy's default integer was C's long before 2.0.
	return kind + (isWindows && (size === "long" || !isSince(rules, [2, 0])) ? 4 : 8);
}
