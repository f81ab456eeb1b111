import { datetimeToIso, fromBuffer, type NDArray, type ScalarDType, type StructDType } from "@ndwire/core";
import { quote } from "../json/quote.js";
import { refusal } from "../refusal.js";
import { unspellable } from "./column-of.js";
import { partDtype } from "./complex-column.js";
import type { EncodeNumbersOptions } from "./encode-options.js";
import { floatRounding } from "./float-rounding.js";
import { shortestText } from "./float-text.js";
import { layouts, longDoubleOfBits } from "./long-double.js";
import { longDoubleText } from "./long-double-text.js";
import { nestedPieces } from "./nested-pieces.js";
import { wideIntegerText } from "./wide-integer-text.js";

/** The elements from one index in C order to another as text, with a separator between them. */
export type ElementTexts = (start: number, end: number, separator: string) => string;

/** The text of an element by its index in C order. */
type ElementText = (index: number) => string;

/**
 * The elements of an array as JSON.
 *
 * @throws {FormatError} for a dtype that JSON does not spell.
 */
export function elementTexts(array: NDArray, options: EncodeNumbersOptions): ElementTexts {
	const textOf = elementText(array, options);
	return (start, end, separator) => {
		let text = start < end ? textOf(start) : "";
		for (let index = start + 1; index < end; index += 1) text += separator + textOf(index);
		return text;
	};
}

function elementText(array: NDArray, options: EncodeNumbersOptions): ElementText {
	const { dtype } = array;
	// An array has the axes of a subarray for its own.
	if (dtype.tag === "subarray" || dtype.hasObject) throw unspellable(dtype);
	if (dtype.tag === "struct") return recordText(array, dtype, options);
	const { kind, itemsize } = dtype;
	switch (kind) {
		case "b":
			return booleanText(array, options);
		case "U":
		case "S":
			return stringText(array);
		case "m":
			return wideText(array, options);
		case "M":
			return options.strings === true ? dateText(array, dtype) : wideText(array, options);
		case "i":
		case "u":
			return itemsize === 8 ? wideText(array, options) : integerText(array, options);
		case "f":
			return itemsize > 8 ? longText(array, options) : floatElementText(array, dtype, options);
		case "c":
			return complexText(array, dtype, options);
		default:
			if (dtype.format === "bfloat16") return floatElementText(array, dtype, options);
			throw unspellable(dtype);
	}
}

/** Fields in lists, as `tolist` gives them, or by their names. */
function recordText(array: NDArray, { names }: StructDType, options: EncodeNumbersOptions): ElementText {
	const separator = options.compact === true ? "," : ", ";
	const isNamed = options.records === "objects";
	const fields = names.map((name) => {
		const field = array.field(name);
		const inner = field.shape.slice(array.shape.length);
		const size = inner.reduce((product, extent) => product * extent, 1);
		const textsOf = elementTexts(field, options);
		const key = isNamed ? `${quote(name)}:${options.compact === true ? "" : " "}` : "";
		return (index: number): string => {
			const texts: ElementTexts = (start, end, between) => textsOf(index * size + start, index * size + end, between);
			return key + [...nestedPieces(inner, texts, separator)].join("");
		};
	});
	const [open, close] = isNamed ? "{}" : "[]";
	return (index) => `${open}${fields.map((textOf) => textOf(index)).join(separator)}${close}`;
}

function booleanText(array: NDArray, { strings }: EncodeNumbersOptions): ElementText {
	const bytes = array.toTypedArray();
	const [yes, no] = strings === true ? ['"True"', '"False"'] : ["true", "false"];
	return (index) => (bytes[index] === 0 ? no : yes);
}

/** Bytes have to be text here, since JSON has no others. */
function stringText(array: NDArray): ElementText {
	const flat = array.reshape([array.size]);
	return (index) => {
		const element = flat.get(index);
		return quote(element instanceof Uint8Array ? textOfUtf8(element, index) : String(element));
	};
}

function textOfUtf8(bytes: Uint8Array, index: number): string {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (cause) {
		throw refusal("bad-encoding", "bytes of UTF-8 (json-numpy and triple-list carry any)", String(bytes), {
			path: elementPath(index),
			cause,
		});
	}
}

function integerText(array: NDArray, { strings }: EncodeNumbersOptions): ElementText {
	const numbers = array.toTypedArray();
	return strings === true ? (index) => `"${numbers[index]}"` : (index) => `${numbers[index]}`;
}

function wideText(array: NDArray, { strings }: EncodeNumbersOptions): ElementText {
	const { buffer, byteOffset } = array.toTypedArray();
	const halves = new Uint32Array(buffer, byteOffset, array.size * 2);
	const lowFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] ?? 0;
	const kind = array.dtype.tag === "scalar" ? array.dtype.kind : "i";
	const [isTime, isSigned] = [kind === "M" || kind === "m", kind !== "u"];
	const mark = strings === true ? '"' : "";
	return (index) => {
		const low = halves[index * 2 + 1 - lowFirst] ?? 0;
		const high = halves[index * 2 + lowFirst] ?? 0;
		if (isTime && high === 2 ** 31 && low === 0) return strings === true ? '"NaT"' : "null";
		return mark + wideIntegerText(low, high, isSigned) + mark;
	};
}

function dateText(array: NDArray, dtype: ScalarDType): ElementText {
	const counts = array.toTypedArray();
	// A count without a unit is no date.
	if (dtype.unit?.name === "generic") return wideText(array, { strings: true });
	return (index) => `"${datetimeToIso(BigInt(counts[index] ?? 0), dtype)}"`;
}

function floatElementText(array: NDArray, dtype: ScalarDType, options: EncodeNumbersOptions): ElementText {
	const numbers = array.toTypedArray();
	const textOf = shortestText(options.digits === "shortest" ? floatRounding(dtype) : undefined);
	if (options.strings === true) return (index) => `"${textOf(Number(numbers[index]))}"`;
	const policy = options.nonFinite ?? "python";
	return (index) => {
		const value = Number(numbers[index]);
		return Number.isFinite(value) ? textOf(value) : nonFiniteText(value, policy, index);
	};
}

/** `String` of such a number is the word that Python's `json` writes. */
function nonFiniteText(value: number, policy: EncodeNumbersOptions["nonFinite"], index: number): string {
	if (policy === "null") return "null";
	if (policy === "string") return `"${value}"`;
	if (policy === "python") return String(value);
	throw refusal("overflow", "finite numbers, which strict JSON has", String(value), { path: elementPath(index) });
}

/** Python's `json` has no long doubles; `str` of them has all digits, and a number would be rounded by whoever reads it. */
function longText(array: NDArray, { longDouble = "x87" }: EncodeNumbersOptions): ElementText {
	const bytes = array.toBytes();
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const isLittle = array.dtype.tag === "scalar" && array.dtype.byteOrder === "<";
	const [lowAt, highAt] = isLittle ? [0, 8] : [8, 0];
	const layout = layouts[longDouble];
	return (index) => {
		const low = view.getBigUint64(index * 16 + lowAt, isLittle);
		const high = view.getBigUint64(index * 16 + highAt, isLittle);
		return `"${longDoubleText(longDoubleOfBits((high << 64n) | low, layout), layout.precision)}"`;
	};
}

/** Lists of the two parts, or Python's `str`, since its `json` has none of both. */
function complexText(array: NDArray, dtype: ScalarDType, options: EncodeNumbersOptions): ElementText {
	const parts = fromBuffer(array.toBytes(), { dtype: partDtype(dtype), shape: [array.size * 2] });
	if (options.complex === "pairs") {
		const textOf = elementText(parts, options);
		const separator = options.compact === true ? "," : ", ";
		return (index) => `[${textOf(index * 2)}${separator}${textOf(index * 2 + 1)}]`;
	}
	const textOf = elementText(parts, { ...options, strings: true });
	// Integers have no point here, and no quotes.
	const partAt = (index: number): string => textOf(index).replaceAll(/"|\.0"$/g, "");
	return (index) => {
		const [re, im] = [partAt(index * 2), partAt(index * 2 + 1)];
		return re === "0" ? `"${im}j"` : `"(${re}${/^[+-]/.test(im) ? "" : "+"}${im}j)"`;
	};
}

function elementPath(index: number): string {
	return `element ${index} in C order`;
}
