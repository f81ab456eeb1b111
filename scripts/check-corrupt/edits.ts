import type { Random } from "./random.js";
import type { SoundFile } from "./sound-files.js";

/** Changes the text of a header. */
export type Edit = (text: string, random: Random) => string;

/** Edits that leave most of a header readable: it is the nearly right ones that readers disagree about. */
export const tokenEdits: readonly Edit[] = [
	insertToken,
	replaceToken,
	replaceToken,
	replaceNumber,
	replaceNumber,
	replaceTypeString,
	replaceTypeString,
	deleteToken,
	duplicateToken,
	swapTokens,
	wrapToken,
];

/** The text as the header of a file, padded or not; its length is nearly always right. */
export function reframed({ bytes, dataOffset }: SoundFile, text: string, random: Random): Uint8Array {
	const lengthBytes = bytes[6] === 1 ? 2 : 4;
	const ending = random.pick(["\n", "", "  \n", " ".repeat(20) + "\n", "\r\n", "\0", "\n\n", "#\n"]);
	const header = encode(text + ending, bytes[6] === 3);
	const length = random.below(50) === 0 ? random.below(1000) : header.length;
	const file = new Uint8Array(8 + lengthBytes + header.length + bytes.length - dataOffset);
	file.set(bytes.subarray(0, 8));
	for (let i = 0; i < lengthBytes; i++) file[8 + i] = (length >>> (8 * i)) & 0xff;
	file.set(header, 8 + lengthBytes);
	file.set(bytes.subarray(dataOffset), 8 + lengthBytes + header.length);
	return file;
}

export function decode(bytes: Uint8Array, isUtf8: boolean): string {
	return isUtf8 ? new TextDecoder().decode(bytes) : String.fromCharCode(...bytes);
}

/** Characters that Latin-1 lacks lose what is above their low byte: one corruption more. */
function encode(text: string, isUtf8: boolean): Uint8Array {
	return isUtf8 ? new TextEncoder().encode(text) : Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function insertToken(text: string, random: Random): string {
	const at = random.below(text.length + 1);
	return text.slice(0, at) + random.pick(tokens) + text.slice(at);
}

function replaceToken(text: string, random: Random): string {
	return editToken(text, random, () => random.pick(tokens));
}

function deleteToken(text: string, random: Random): string {
	return editToken(text, random, () => "");
}

function duplicateToken(text: string, random: Random): string {
	return editToken(text, random, (token) => token + random.pick(["", " ", ", "]) + token);
}

function wrapToken(text: string, random: Random): string {
	const [before, after] = random.pick(wrappings);
	return editToken(text, random, (token) => before + token + after);
}

function swapTokens(text: string, random: Random): string {
	const parts = split(text);
	const [i, j] = [random.below(parts.length), random.below(parts.length)];
	const [left, right] = [parts[i], parts[j]];
	return left === undefined || right === undefined ? text : parts.with(i, right).with(j, left).join("");
}

function replaceNumber(text: string, random: Random): string {
	return replaceMatch(text, /\d+/g, random, () => random.pick(numbers));
}

function replaceTypeString(text: string, random: Random): string {
	return replaceMatch(text, /'[<>|][^']*'/g, random, () => random.pick(descrs));
}

function replaceMatch(text: string, pattern: RegExp, random: Random, replacement: () => string): string {
	const matches = [...text.matchAll(pattern)];
	if (matches.length === 0) return insertToken(text, random);
	const { 0: found, index } = random.pick(matches);
	return text.slice(0, index) + replacement() + text.slice(index + found.length);
}

function editToken(text: string, random: Random, edit: (token: string) => string): string {
	const parts = split(text);
	const at = random.below(parts.length);
	return parts.with(at, edit(parts[at] ?? "")).join("");
}

/** Strings, words and single characters. Never nothing, so that there is something to pick. */
function split(text: string): readonly string[] {
	return text.match(/'[^']*'|\w+|[^]/g) ?? [""];
}

/** All but `\N{…}`, whose names only Python knows: it is the one escape that we refuse. */
const tokens = [
	...Array.from("{}[](),:'\"\\#+-.*=;@$?!~`%^&|<>/_ \n\r\t\f\v\0\u0085\u00a0\u00ad\u00e9\u00ff"),
	..."True False None ... L l j J e0 0 1 3 r u b f R U B rb br fr 'shape' 'descr' 'fortran_order' '' (1,) () [] {} '<i4' \\n \\x41".split(" "),
	..."\\ \\\n \\\r\n \\u0041 \\u00e9 \\ud800 \\U0001f600 \\101 \\400 '''a''' \"\"\"b\"\"\" r'\\' b'x' f'x' u'x' set() - + -- not 1+1j 1j 1_0".split(" "),
	"lambda: 0", " if ", " for x in ", "**{}", "*()", " or ", "\\\n", "# comment\n", "\r\n", "\n ", "  ", "'a' 'b'", "'a' b'b'", ", 'x': 1",
]; // prettier-ignore

const wrappings: readonly (readonly [string, string])[] = [
	["(", ")"],
	["(", ",)"],
	["[", "]"],
	["{", "}"],
	["((", "))"],
	["'", "'"],
	['"', '"'],
	["'''", "'''"],
	["+", ""],
	["-", ""],
	["- ", ""],
	["(", ", 1)"],
	["", "L"],
	["", " L"],
	["0x", ""],
	["0", ""],
	["", "_0"],
	["u", ""],
	["r", ""],
	["b", ""],
	["", "\n"],
	["", "#\n"],
	["\\\n", ""],
];

const numbers = [
	..."0 1 2 3 4 5 6 7 8 10 16 31 32 33 63 64 65 100 255 256 1000 65535 65536 00 0_0 1_000 0x2 0X10 0o7 0b11 02 08 1. .5 1e1 1e400 1j 2L 0x3L 1l True -0 -1 -2 +3".split(" "),
	..."2147483647 2147483648 4294967295 4294967296 9007199254740991 9007199254740992 4611686018427387904 9223372036854775807".split(" "),
	..."9223372036854775808 18446744073709551615 18446744073709551616 -9223372036854775808 -4294967296 -9223372036854775809 340282366920938463463374607431768211456".split(" "),
	"3, 0", "0, 3", "1, 3", "3, 1", "-4294967296, 4294967296", "4294967296, 4294967296", "0, 9223372036854775807", "2, -9223372036854775808", "3, 1, 1, 1",
	"1,".repeat(31) + "3", "1,".repeat(32) + "3", "1,".repeat(63) + "3", "1,".repeat(64) + "3",
]; // prettier-ignore

const descrs = [
	..."'i4' '=i4' '<i4' '>i4' '|i4' '!i4' '@i4' '^i4' 'i' 'I' 'b' 'B' '?' 'h' 'H' 'l' 'L' 'q' 'Q' 'p' 'P' 'n' 'N' 'e' 'f' 'd' 'g' 'F' 'D' 'G' 'S' 'U' 'V' 'M' 'm' 'O' 'a' 'c' 'T'".split(" "),
	..."'i0' 'i3' 'i5' 'i16' 'b2' 'b1' 'f1' 'f3' 'f10' 'f12' 'c4' 'c3' 'O4' 'O8' 'O3' 'M4' 'M8' 'm8' 'S' 'S0' 'S1' 'S-1' 'S+5' 'S05' 'S2147483647' 'S2147483648' 'S9999999999999' 'U0' 'U536870911' 'U536870912' 'V0' 'V' 'V2147483648'".split(" "),
	..."'int32' 'int' 'float' 'bool' 'complex' 'str' 'bytes' 'object' 'void' 'float128' 'longdouble' 'double' 'half' 'intp' 'uint' 'ubyte' 'bool_' 'float_' 'string' 'unicode' 'datetime64' 'timedelta64' 'Int8' 'INT8' 'i4 '".split(" "),
	..."'M8[s]' 'M8[ns]' 'M8[25s]' 'M8[s/2]' 'M8[D/3]' 'M8[]' 'M8[x]' 'M8[0s]' 'M8[-1s]' 'M8[s' 'M8[s]x' 'm8[generic]' 'M8[2147483648s]' 'datetime64[ms]' 'M8[B]' 'M8[μs]' 'M8[\\u00b5s]' '<M8[Y]' '|M8[Y]' 'm8[M]' 'm8[W]' 'm8[5as]'".split(" "),
	..."'i4,f8' 'i4,' ',i4' '3i4' '1i4' '0i4' '(2,3)f8' '(2)f8' '()f8' '2,3f8' '(1,)i4' '(0,)i4' '<3i4' '3<i4' 'i4,(2,)f4' 'i4,,f4' 'i4;f4' '' 'i4i4' '(1,1)V0' 'S0,S0' 'O,i4'".split(" "),
	"[]", "()", "{}", "None", "1", "b'<i4'", "{'<i4'}", "['<i4']", "('<i4',)", "('<i4', 3)", "('<i4', ())", "('<i4', (2,))", "('<i4', (1,))", "('<i4', [1])", "('<i4', '1')", "('<i4', True)", "('<i4', -1)", "('<i4', (1, -1))",
	"('<i4', (0,))", "('|V4', '<i4')", "('<i4', 1.0)", "('<i4', (1,) , 3)", "(('<i4', (1,)), (1,))", "('|S0', (1,))", "('|S', 3)", "('|V', 3)", "('O', (1,))", "([('a', '<i4')], 1)",
	"[('a', '<i4')]", "[('a', 'i4', 2)]", "[('a', 'i4', (2,))]", "[('a', 'i4', ())]", "[('a', 'i4', 1)]", "[('a', 'i4', (1, 2), 3)]", "[('a',)]", "['ab']", "['abc']", "[['a', 'i4']]", "[('', 'i4')]", "[('', 'V4')]", "[('', 'V')]", "[('', 'V4'), ('', 'V4')]",
	"[('', 'S4'), ('', 'S4')]", "[('a', 'i4'), ('a', 'i4')]", "[(('t', 'a'), 'i4')]", "[((None, 'a'), 'i4')]", "[(('t', 'a'), 'i4'), ('t', 'i4')]", "[(('a', 'a'), 'i4')]", "[(('', 'a'), 'i4')]", "[(('t', ''), 'i4')]", "[(('t', ''), 'V4')]", "[(('t',), 'i4')]", "[((1, 'a'), 'i4')]",
	"[(1, 'i4')]", "[(None, 'i4')]", "[(b'a', 'i4')]", "[('a', 'O')]", "[('a', 'S0')]", "[('a', 'S')]", "[('a', 'U')]", "[('a', 'V')]", "[('a', 'M8')]", "[('a', [])]", "[('', [])]", "[('', [('x', 'i4')])]", "[('', 'V4', (2,))]", "[('', ('V4', (2,)))]", "[('', 'i4', (2,))]",
	"[('a', 'i4,i4')]", "[('a', ('i4', (2,)), (3,))]", "[('a', ('i4', (2,)), 3)]", "[('a', '2i4')]", "[('a', '2i4', 2)]", "[('a', [('b', [('c', 'i4')])])]", "[('__proto__', 'i4'), ('constructor', 'i2')]", "[('0', 'i4'), ('', 'i2')]", "[('\\ud800', 'i4')]",
	"[('a', {'x': 1})]", "[('a', ('i4', {'k': 1}))]", "[('a', None)]", "[('a', 'i4', None)]", "[('a', 'i4', '2')]", "[('a', 'i4', 2.0)]", "[('a', 'i4', True)]", "[('a', 'i4', -1)]", "[('a', 'i4', 0)]", "[('a', 'i4', (0,))]", "[('a', 'i4', 2147483648)]", "[('a', 'i4', (65536, 65536))]",
	"{'names': ['a'], 'formats': ['i4']}", "{'a': ('i4', 0)}", "{'ab': 1}", "{'abc'}", "{('a', 'i4')}", "'record'", "'numpy.int32'",
]; // prettier-ignore
