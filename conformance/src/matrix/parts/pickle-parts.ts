import { dataPart, hexText, type Part } from "./part.js";

/** The opcodes of a pickle. Frames and the memo are its container; what is longest is the data; the rest says what it is. */
export function pickleParts(bytes: Uint8Array): readonly Part[] {
	const parts: Part[] = [];
	for (let at = 0; at < bytes.byteLength;) {
		const [name, form] = opcodes.get(bytes[at] ?? -1) ?? [`0x${(bytes[at] ?? 0).toString(16)}`, "none"];
		const { start, end } = argumentOf(bytes, at + 1, form);
		parts.push(...partsOfOpcode(name, form, bytes.subarray(start, end)));
		at = end;
		if (name === "STOP") break;
	}
	return parts;
}

/** How the argument of an opcode is found: so many bytes, so many lines, or a length of so many bytes and what it counts. */
type Form = "none" | `${1 | 2 | 4 | 8}` | "line" | "lines" | `length${1 | 4 | 8}`;

const container = /PUT|GET|MEMOIZE|FRAME|PROTO/;
const bytesOpcode = /BYTES|STRING|BYTEARRAY|UNICODE/;

/** Longer bytes than this are no name. */
const longestName = 60;

function partsOfOpcode(name: string, form: Form, argument: Uint8Array): readonly Part[] {
	if (bytesOpcode.test(name)) {
		const data = dataOf(name, argument);
		if (data.byteLength > longestName) {
			return [{ name, text: `${argument.byteLength} bytes`, level: "L1" }, dataPart("data", data)];
		}
		const shown = isText(name) ? Buffer.from(data).toString("latin1") : hexText(data);
		return [{ name, text: shown, level: "L2" }];
	}
	const shown = form.startsWith("line")
		? Buffer.from(argument).toString().trimEnd().replace("\n", " ")
		: hexText(argument);
	return [{ name, text: shown, level: container.test(name) ? "L1" : "L2" }];
}

function isText(name: string): boolean {
	return name.includes("UNICODE") || name === "STRING";
}

/** The bytes that an opcode stands for: texts hold one character for each byte, as `_codecs.encode` takes them, or are escaped. */
function dataOf(name: string, argument: Uint8Array): Uint8Array {
	const text = Buffer.from(argument).toString(name.includes("BINUNICODE") ? "utf8" : "latin1");
	if (name === "UNICODE") return Buffer.from(unescapeText(text.slice(0, -1), /\\u([0-9a-f]{4})/g), "latin1");
	if (name === "STRING") return Buffer.from(unescapeText(text.slice(1, -2), /\\(?:x([0-9a-f]{2})|.)/g), "latin1");
	return name.includes("BINUNICODE") ? Buffer.from(text, "latin1") : argument;
}

/** What Python's escapes stand for, where they are those that its own writers use. */
function unescapeText(text: string, escapes: RegExp): string {
	const short: Readonly<Record<string, string>> = { "\\n": "\n", "\\r": "\r", "\\t": "\t" };
	return text.replace(escapes, (escape, hex?: string) =>
		hex === undefined ? (short[escape] ?? escape.slice(1)) : String.fromCharCode(Number.parseInt(hex, 16)),
	);
}

function argumentOf(bytes: Uint8Array, start: number, form: Form): { readonly start: number; readonly end: number } {
	if (form === "none") return { start, end: start };
	if (form === "line" || form === "lines") return { start, end: afterLines(bytes, start, form === "line" ? 1 : 2) };
	if (!form.startsWith("length")) return { start, end: start + Number(form) };
	const size = Number(form.slice("length".length));
	const from = start + size;
	return { start: from, end: from + Number(littleEndian(bytes.subarray(start, from))) };
}

function afterLines(bytes: Uint8Array, start: number, count: number): number {
	let at = start;
	for (let line = 0; line < count; line++) at = bytes.indexOf(0x0a, at) + 1;
	return at;
}

function littleEndian(bytes: Uint8Array): bigint {
	return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** As `pickletools` names them. */
const opcodes: ReadonlyMap<number, readonly [name: string, form: Form]> = new Map(
	(
		[
			["( MARK", "none"],
			[". STOP", "none"],
			["0 POP", "none"],
			["1 POP_MARK", "none"],
			["2 DUP", "none"],
			["F FLOAT", "line"],
			["I INT", "line"],
			["J BININT", "4"],
			["K BININT1", "1"],
			["L LONG", "line"],
			["M BININT2", "2"],
			["N NONE", "none"],
			["P PERSID", "line"],
			["Q BINPERSID", "none"],
			["R REDUCE", "none"],
			["S STRING", "line"],
			["T BINSTRING", "length4"],
			["U SHORT_BINSTRING", "length1"],
			["V UNICODE", "line"],
			["X BINUNICODE", "length4"],
			["a APPEND", "none"],
			["b BUILD", "none"],
			["c GLOBAL", "lines"],
			["d DICT", "none"],
			["} EMPTY_DICT", "none"],
			["e APPENDS", "none"],
			["g GET", "line"],
			["h BINGET", "1"],
			["i INST", "lines"],
			["j LONG_BINGET", "4"],
			["l LIST", "none"],
			["] EMPTY_LIST", "none"],
			["o OBJ", "none"],
			["p PUT", "line"],
			["q BINPUT", "1"],
			["r LONG_BINPUT", "4"],
			["s SETITEM", "none"],
			["t TUPLE", "none"],
			[") EMPTY_TUPLE", "none"],
			["u SETITEMS", "none"],
			["G BINFLOAT", "8"],
			["\x80 PROTO", "1"],
			["\x81 NEWOBJ", "none"],
			["\x82 EXT1", "1"],
			["\x83 EXT2", "2"],
			["\x84 EXT4", "4"],
			["\x85 TUPLE1", "none"],
			["\x86 TUPLE2", "none"],
			["\x87 TUPLE3", "none"],
			["\x88 NEWTRUE", "none"],
			["\x89 NEWFALSE", "none"],
			["\x8a LONG1", "length1"],
			["\x8b LONG4", "length4"],
			["B BINBYTES", "length4"],
			["C SHORT_BINBYTES", "length1"],
			["\x8c SHORT_BINUNICODE", "length1"],
			["\x8d BINUNICODE8", "length8"],
			["\x8e BINBYTES8", "length8"],
			["\x8f EMPTY_SET", "none"],
			["\x90 ADDITEMS", "none"],
			["\x91 FROZENSET", "none"],
			["\x92 NEWOBJ_EX", "none"],
			["\x93 STACK_GLOBAL", "none"],
			["\x94 MEMOIZE", "none"],
			["\x95 FRAME", "8"],
			["\x96 BYTEARRAY8", "length8"],
			["\x97 NEXT_BUFFER", "none"],
			["\x98 READONLY_BUFFER", "none"],
		] as const
	).map(([opcode, form]) => [opcode.charCodeAt(0), [opcode.slice(2), form]]),
);
