import { isSince, type DTypeRules } from "./rules.js";
import type { Kind } from "./types.js";

/** A kind and its size in bytes, for `U` in code points. */
export type SizedKind = readonly [kind: Kind, size: number];

/** The type that a single character names (`d`, `?`, `l`), or undefined. */
export function kindOfCharacter(character: string, rules: DTypeRules): SizedKind | undefined {
	if ("nNT".includes(character) && !isSince(rules, [2, 0])) return undefined;
	// Then a name until 2.5, which takes no byte-order mark.
	if (character === "a" && isSince(rules, [2, 0])) return undefined;
	return lookUp(CHARACTERS, NUMBERED[character.charCodeAt(0)] ?? character, rules);
}

/** The type characters in the order of NumPy's type numbers: a character with the code of such a number stands for its type. */
const NUMBERED = "?bBhHiIlLqQfdgFDGOSUVMme";

/** The type that a name means (`float64`, `intc`, `void`), or undefined. Datetimes are not among them. */
export function kindOfName(name: string, rules: DTypeRules): SizedKind | undefined {
	if (name === "ulong" && !isSince(rules, [1, 23])) return undefined;
	if (name === "a" && isSince(rules, [2, 0]) && !isSince(rules, [2, 5])) return ["S", 0];
	return lookUp(NAMES, name, rules) ?? (isSince(rules, [2, 0]) ? undefined : lookUp(FORMER_NAMES, name, rules));
}

type NamedTypes = Readonly<Record<string, readonly [kind: Kind, size: number | "long" | "default" | "long double"]>>;

const CHARACTERS: NamedTypes = {
	"?": ["b", 1],
	b: ["i", 1],
	B: ["u", 1],
	h: ["i", 2],
	H: ["u", 2],
	i: ["i", 4],
	I: ["u", 4],
	l: ["i", "long"],
	L: ["u", "long"],
	q: ["i", 8],
	Q: ["u", 8],
	p: ["i", 8],
	P: ["u", 8],
	n: ["i", 8],
	N: ["u", 8],
	e: ["f", 2],
	f: ["f", 4],
	d: ["f", 8],
	g: ["f", "long double"],
	F: ["c", 8],
	D: ["c", 16],
	G: ["c", "long double"],
	S: ["S", 0],
	a: ["S", 0],
	c: ["S", 1],
	U: ["U", 0],
	V: ["V", 0],
	O: ["O", 8],
	M: ["M", 8],
	m: ["m", 8],
	T: ["T", 16],
};

const NAMES: NamedTypes = {
	bool: ["b", 1],
	bool_: ["b", 1],
	int8: ["i", 1],
	byte: ["i", 1],
	uint8: ["u", 1],
	ubyte: ["u", 1],
	int16: ["i", 2],
	short: ["i", 2],
	uint16: ["u", 2],
	ushort: ["u", 2],
	int32: ["i", 4],
	intc: ["i", 4],
	uint32: ["u", 4],
	uintc: ["u", 4],
	int64: ["i", 8],
	intp: ["i", 8],
	longlong: ["i", 8],
	uint64: ["u", 8],
	uintp: ["u", 8],
	ulonglong: ["u", 8],
	long: ["i", "long"],
	ulong: ["u", "long"],
	int: ["i", "default"],
	int_: ["i", "default"],
	uint: ["u", "default"],
	float16: ["f", 2],
	half: ["f", 2],
	float32: ["f", 4],
	single: ["f", 4],
	float64: ["f", 8],
	double: ["f", 8],
	float: ["f", 8],
	float128: ["f", 16],
	longdouble: ["f", "long double"],
	complex64: ["c", 8],
	csingle: ["c", 8],
	complex128: ["c", 16],
	cdouble: ["c", 16],
	complex: ["c", 16],
	complex256: ["c", 32],
	clongdouble: ["c", "long double"],
	bytes: ["S", 0],
	bytes_: ["S", 0],
	str: ["U", 0],
	str_: ["U", 0],
	unicode: ["U", 0],
	void: ["V", 0],
	object: ["O", 8],
	object_: ["O", 8],
};

/** Gone with NumPy 2.0. */
const FORMER_NAMES: NamedTypes = {
	bool8: ["b", 1],
	int0: ["i", 8],
	uint0: ["u", 8],
	float_: ["f", 8],
	longfloat: ["f", "long double"],
	singlecomplex: ["c", 8],
	complex_: ["c", 16],
	cfloat: ["c", 16],
	longcomplex: ["c", "long double"],
	clongfloat: ["c", "long double"],
	string_: ["S", 0],
	bytes0: ["S", 0],
	unicode_: ["U", 0],
	str0: ["U", 0],
	void0: ["V", 0],
	object0: ["O", 8],
};

function lookUp(types: NamedTypes, name: string, rules: DTypeRules): SizedKind | undefined {
	const [kind, size] = (Object.hasOwn(types, name) && types[name]) || [];
	if (kind === undefined || size === undefined) return undefined;
	const isWindows = rules.platform === "llp64";
	// Where long double is a double, NumPy has no name for a longer one.
	if (isWindows && (name === "float128" || name === "complex256")) return undefined;
	if (size === "long double") return [kind, (isWindows ? 8 : 16) * (kind === "c" ? 2 : 1)];
	// NumPy's default integer was C's long before 2.0.
	if (size === "long" || (size === "default" && !isSince(rules, [2, 0]))) return [kind, isWindows ? 4 : 8];
	return [kind, size === "default" ? 8 : size];
}
