import { refusal } from "../refusal.js";
import { flag } from "./records.js";

/**
 * The name of a member as Python's `zipfile` reads it: UTF-8 with bit 11 of the flags, code page 437 without.
 *
 * @throws {FormatError} `bad-encoding`
 */
export function decodeName(bytes: Uint8Array, flags: number, offset: number): string {
	const isAscii = bytes.every((byte) => byte < 0x80);
	if (isAscii && bytes.length <= mostArguments) return String.fromCharCode(...bytes);
	return isAscii || (flags & flag.utf8) !== 0 ? decodeUtf8(bytes, offset) : decodeCp437(bytes);
}

// As many as every engine takes in one call.
const mostArguments = 8192;

/** The name as Python's `zipfile` writes it: without characters above 127 no flag is set. Undefined for lone surrogates. */
export function encodeName(name: string): { readonly bytes: Uint8Array; readonly flags: number } | undefined {
	if (!isWellFormed(name)) return undefined;
	const bytes = new TextEncoder().encode(name);
	return { bytes, flags: bytes.length === name.length ? 0 : flag.utf8 };
}

// String.prototype.isWellFormed came with Node 20 and Safari 16.4.
function isWellFormed(text: string): boolean {
	return !/\p{Surrogate}/u.test(text);
}

function decodeUtf8(bytes: Uint8Array, offset: number): string {
	try {
		// Browsers do not decode shared memory, hence the copy.
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes));
	} catch {
		throw refusal("bad-encoding", "a name in UTF-8, as its flag says", "other bytes", { offset });
	}
}

function decodeCp437(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upperCp437[byte - 0x80])).join("");
}

/** Python's codec `cp437`: characters 128 to 255. */
const upperCp437 =
	"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
