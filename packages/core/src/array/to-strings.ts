import type { ScalarDType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import { copy } from "./copy.js";
import { describeArray } from "./describe-array.js";
import { joinedText } from "./fast/joined-text.js";
import { hostByteOrder } from "./memory.js";
import type { NDArray } from "./nd-array.js";
import { isForeign } from "./typed-view.js";

export interface ToStringsOptions {
	/** What the bytes of an `S` array mean. Default ASCII, for which NumPy takes them. Text (`U`) has no need of it. */
	readonly encoding?: "ascii" | "latin1" | "utf8" | undefined;
}

/**
 * The elements of an array of text (`U`) or bytes (`S`) as strings, in one list in C order: text as `toList` has it, bytes
 * decoded, as `ndarray.astype("U")` and `numpy.char.decode` do. Zeros at the end do not belong to an element, as in NumPy.
 *
 * Many are decoded at once, so that a string may keep the memory of those beside it from being freed.
 *
 * @throws {TypeError} for an array of anything else.
 * @throws {FormatError} `bad-encoding` for code points that there are not, and for bytes that the encoding does not have.
 *
 * @example
 * ```ts
 * toStrings(array(["a", "bc"], { dtype: "U2" })); // ["a", "bc"]
 * ```
 */
export function toStrings(source: NDArray, { encoding = "ascii" }: ToStringsOptions = {}): string[] {
	const { dtype, size } = source;
	if (dtype.tag !== "scalar" || (dtype.kind !== "U" && dtype.kind !== "S")) {
		throw new TypeError(`toStrings: expected text or bytes, found ${describeArray(source)}`);
	}
	const [codes, most] = dtype.kind === "U" ? [codePointsOf(source, dtype), 0xffff] : [source.toBytes(), MOST[encoding]];
	const width = codes.length / size;
	const decode = (row: Codes): string =>
		row instanceof Uint8Array ? textOfBytes(row, encoding) : textOfCodePoints(row);
	const strings = new Array<string>(size).fill("");
	if (codes.length === 0) return strings;
	// Enough to be worth it, and few enough that they stay in the cache.
	const count = Math.max(1, Math.floor(0x10000 / width));
	for (let first = 0; first < size; first += count) {
		const block = codes.subarray(first * width, (first + count) * width);
		const text = joinedText(block, most);
		for (let start = 0; start < block.length; start += width) {
			const end = endOfRow(block, start, start + width);
			strings[first + start / width] = text?.slice(start, end) ?? decode(block.subarray(start, end));
		}
	}
	return strings;
}

type Codes = Uint8Array | Uint32Array;

function codePointsOf(source: NDArray, dtype: ScalarDType): Uint32Array {
	const bytes = (isForeign(dtype) ? copy(source, { byteOrder: hostByteOrder() }) : source).toBytes();
	const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
	return new Uint32Array(buffer, byteOffset, length / 4);
}

/** The greatest code that decoding leaves as it is. */
const MOST = { ascii: 0x7f, latin1: 0xff, utf8: 0x7f } as const;

function endOfRow(codes: Codes, start: number, stop: number): number {
	let end = stop;
	while (end > start && codes[end - 1] === 0) end -= 1;
	return end;
}

function textOfCodePoints(codePoints: Uint32Array): string {
	let text = "";
	for (const codePoint of codePoints) {
		if (codePoint > 0x10ffff) throw badEncoding("a code point", `0x${codePoint.toString(16)}`);
		text += String.fromCodePoint(codePoint);
	}
	return text;
}

function textOfBytes(bytes: Uint8Array, encoding: "ascii" | "latin1" | "utf8"): string {
	if (encoding === "utf8") return textOfUtf8(bytes);
	let text = "";
	for (const byte of bytes) {
		if (byte > MOST[encoding]) throw badEncoding("bytes of ASCII", `0x${byte.toString(16)}`);
		text += String.fromCharCode(byte);
	}
	return text;
}

function textOfUtf8(bytes: Uint8Array): string {
	try {
		// A copy, since browsers do not decode shared memory.
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes));
	} catch {
		throw badEncoding("bytes of UTF-8", Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" "));
	}
}

function badEncoding(expected: string, found: string): FormatError {
	return new FormatError({ code: "bad-encoding", format: "array", expected, found });
}
