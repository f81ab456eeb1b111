import { isSince, type DTypeRules } from "./rules.js";
import type { Kind } from "./types.js";

/** A kind and its size in bytes, for `U` in code points. */
export type SizedKind = readonly [kind: Kind, size: number];

/** The type that a single character names (`d`, `?`, `l`), or undefined. */
export function kindOfCharacter(character: string, rules: DTypeRules): SizedKind | undefined {
	if ("nNT".includes(character) && !isSince(rules, [2, 0])) return undefined;
	// Then a name until 2.5, which takes no byte-order mark.
	if (character === "a" && isSince(rules, [2, 0])) return undefined;
	return lookUp(TYPES, NUMBERED[character.charCodeAt(0)] ?? character, rules);
}

/** The type characters in the order of NumPy's type numbers: a character with the code of such a number stands for its type. */
const NUMBERED = "?bBhHiIlLqQfdgFDGOSUVMme";

/** The type that a name means (`float64`, `intc`, `void`), or undefined. Datetimes are not among them. */
export function kindOfName(name: string, rules: DTypeRules): SizedKind | undefined {
	if (name === "a") return isSince(rules, [2, 5]) ? undefined : ["S", 0];
	if (name === "ulong" && !isSince(rules, [1, 23])) return undefined;
	if (name.length === 1) return undefined;
	return lookUp(TYPES, name, rules) ?? (isSince(rules, [2, 0]) ? undefined : lookUp(FORMER_TYPES, name, rules));
}

type NamedType = readonly [kind: Kind, size: number | "long" | "default" | "long double", names: string];

const TYPES: readonly NamedType[] = [
	["b", 1, "? bool bool_"],
	["i", 1, "b byte int8"],
	["u", 1, "B ubyte uint8"],
	["i", 2, "h short int16"],
	["u", 2, "H ushort uint16"],
	["i", 4, "i intc int32"],
	["u", 4, "I uintc uint32"],
	["i", 8, "q longlong int64 p n intp"],
	["u", 8, "Q ulonglong uint64 P N uintp"],
	["i", "long", "l long"],
	["u", "long", "L ulong"],
	["i", "default", "int int_"],
	["u", "default", "uint"],
	["f", 2, "e half float16"],
	["f", 4, "f single float32"],
	["f", 8, "d double float64 float"],
	["f", 16, "float128"],
	["f", "long double", "g longdouble"],
	["c", 8, "F csingle complex64"],
	["c", 16, "D cdouble complex128 complex"],
	["c", 32, "complex256"],
	["c", "long double", "G clongdouble"],
	["S", 0, "S a bytes bytes_"],
	["S", 1, "c"],
	["U", 0, "U str str_ unicode"],
	["V", 0, "V void"],
	["O", 8, "O object object_"],
	["M", 8, "M"],
	["m", 8, "m"],
	["T", 16, "T"],
];

/** Gone with NumPy 2.0. */
const FORMER_TYPES: readonly NamedType[] = [
	["b", 1, "bool8"],
	["i", 8, "int0"],
	["u", 8, "uint0"],
	["f", 8, "float_"],
	["f", "long double", "longfloat"],
	["c", 8, "singlecomplex"],
	["c", 16, "cfloat complex_"],
	["c", "long double", "clongfloat longcomplex"],
	["S", 0, "string_ bytes0"],
	["U", 0, "unicode_ str0"],
	["V", 0, "void0"],
	["O", 8, "object0"],
];

function lookUp(types: readonly NamedType[], name: string, rules: DTypeRules): SizedKind | undefined {
	const found = types.find(([, , names]) => names.split(" ").includes(name));
	if (found === undefined) return undefined;
	const [kind, size] = found;
	const isWindows = rules.platform === "llp64";
	// Where long double is a double, NumPy has no name for a longer one.
	if (isWindows && (name === "float128" || name === "complex256")) return undefined;
	if (size === "long double") return [kind, (isWindows ? 8 : 16) * (kind === "c" ? 2 : 1)];
	// NumPy's default integer was C's long before 2.0.
	if (size === "long" || (size === "default" && !isSince(rules, [2, 0]))) return [kind, isWindows ? 4 : 8];
	return [kind, size === "default" ? 8 : size];
}
