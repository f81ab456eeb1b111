import { datetimeToIso, fromBuffer, type NDArray, type ScalarDType, type StructDType } from "@ndwire/core";
import { quote } from "../json/quote.js";
import { refusal } from "../refusal.js";
import { AsciiWriter } from "./ascii-writer.js";
import { unspellable } from "./column-of.js";
import { partDtype } from "./complex-column.js";
import type { EncodeNumbersOptions } from "./encode-options.js";
import { floatRounding } from "./float-rounding.js";
import { shortestText } from "./float-text.js";
import { layouts, longDoubleOfBits } from "./long-double.js";
import { longDoubleText } from "./long-double-text.js";
import { nestedPieces } from "./nested-pieces.js";

/** The elements from one index in C order to another as text, with a separator between them. */
export type ElementTexts = (start: number, end: number, separator: string) => string;

/** Writes an element by its index in C order. */
type ElementWriter = (index: number, out: AsciiWriter) => void;

/**
 * The elements of an array as JSON.
 *
 * @throws {FormatError} for a dtype that JSON does not spell.
 */
export function elementTexts(array: NDArray, options: EncodeNumbersOptions): ElementTexts {
	const write = elementWriter(array, options);
	const out = new AsciiWriter();
	return (start, end, separator) => {
		for (let index = start; index < end; index += 1) {
			if (index > start) out.text(separator);
			write(index, out);
		}
		return out.finish();
	};
}

function elementWriter(array: NDArray, options: EncodeNumbersOptions): ElementWriter {
	const { dtype } = array;
	// An array has the axes of a subarray for its own.
	if (dtype.tag === "subarray" || dtype.hasObject) throw unspellable(dtype);
	if (dtype.tag === "struct") return recordWriter(array, dtype, options);
	const { kind, itemsize } = dtype;
	switch (kind) {
		case "b":
			return booleanWriter(array, options);
		case "U":
		case "S":
			return stringWriter(array);
		case "m":
			return wideWriter(array, options);
		case "M":
			return options.strings === true ? dateWriter(array, dtype) : wideWriter(array, options);
		case "i":
		case "u":
			return itemsize === 8 ? wideWriter(array, options) : integerWriter(array, options);
		case "f":
			return itemsize > 8 ? longWriter(array, options) : floatWriter(array, dtype, options);
		case "c":
			return complexWriter(array, dtype, options);
		default:
			if (dtype.format === "bfloat16") return floatWriter(array, dtype, options);
			throw unspellable(dtype);
	}
}

/** Fields in lists, as `tolist` gives them, or by their names. */
function recordWriter(array: NDArray, { names }: StructDType, options: EncodeNumbersOptions): ElementWriter {
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
	return (index, out) => out.text(`${open}${fields.map((textOf) => textOf(index)).join(separator)}${close}`);
}

function booleanWriter(array: NDArray, { strings }: EncodeNumbersOptions): ElementWriter {
	const bytes = array.toTypedArray();
	const [yes, no] = strings === true ? ['"True"', '"False"'] : ["true", "false"];
	return (index, out) => out.text(bytes[index] === 0 ? no : yes);
}

/** Bytes have to be text here, since JSON has no others. */
function stringWriter(array: NDArray): ElementWriter {
	const flat = array.reshape([array.size]);
	return (index, out) => {
		const element = flat.get(index);
		out.text(quote(element instanceof Uint8Array ? textOfUtf8(element, index) : String(element)));
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

function integerWriter(array: NDArray, { strings }: EncodeNumbersOptions): ElementWriter {
	const numbers = array.toTypedArray();
	return inMarks(strings, (index, out) => out.integer(Number(numbers[index])));
}

function wideWriter(array: NDArray, { strings }: EncodeNumbersOptions): ElementWriter {
	const { buffer, byteOffset } = array.toTypedArray();
	const halves = new Uint32Array(buffer, byteOffset, array.size * 2);
	const lowFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] ?? 0;
	const kind = array.dtype.tag === "scalar" ? array.dtype.kind : "i";
	const [isTime, isSigned] = [kind === "M" || kind === "m", kind !== "u"];
	return inMarks(strings, (index, out) => {
		const low = halves[index * 2 + 1 - lowFirst] ?? 0;
		const high = halves[index * 2 + lowFirst] ?? 0;
		if (isTime && high === 2 ** 31 && low === 0) out.text(strings === true ? "NaT" : "null");
		else out.wideInteger(low, high, isSigned);
	});
}

/** Elements as strings, if they are to be. */
function inMarks(strings: boolean | undefined, write: ElementWriter): ElementWriter {
	if (strings !== true) return write;
	return (index, out) => {
		out.text('"');
		write(index, out);
		out.text('"');
	};
}

function dateWriter(array: NDArray, dtype: ScalarDType): ElementWriter {
	const counts = array.toTypedArray();
	// A count without a unit is no date.
	if (dtype.unit?.name === "generic") return wideWriter(array, { strings: true });
	return (index, out) => out.text(`"${datetimeToIso(BigInt(counts[index] ?? 0), dtype)}"`);
}

function floatWriter(array: NDArray, dtype: ScalarDType, options: EncodeNumbersOptions): ElementWriter {
	const numbers = array.toTypedArray();
	const textOf = shortestText(options.digits === "shortest" ? floatRounding(dtype) : undefined);
	if (options.strings === true) return (index, out) => out.text(`"${textOf(Number(numbers[index]))}"`);
	const policy = options.nonFinite ?? "python";
	return (index, out) => {
		const value = Number(numbers[index]);
		out.text(Number.isFinite(value) ? textOf(value) : nonFiniteText(value, policy, index));
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
function longWriter(array: NDArray, { longDouble = "x87" }: EncodeNumbersOptions): ElementWriter {
	const bytes = array.toBytes();
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const isLittle = array.dtype.tag === "scalar" && array.dtype.byteOrder === "<";
	const [lowAt, highAt] = isLittle ? [0, 8] : [8, 0];
	const layout = layouts[longDouble];
	return (index, out) => {
		const low = view.getBigUint64(index * 16 + lowAt, isLittle);
		const high = view.getBigUint64(index * 16 + highAt, isLittle);
		out.text(`"${longDoubleText(longDoubleOfBits((high << 64n) | low, layout), layout.precision)}"`);
	};
}

/** Lists of the two parts, or Python's `str`, since its `json` has none of both. */
function complexWriter(array: NDArray, dtype: ScalarDType, options: EncodeNumbersOptions): ElementWriter {
	const parts = fromBuffer(array.toBytes(), { dtype: partDtype(dtype), shape: [array.size * 2] });
	if (options.complex === "pairs") {
		const textsOf = elementTexts(parts, options);
		const separator = options.compact === true ? "," : ", ";
		return (index, out) => out.text(`[${textsOf(index * 2, index * 2 + 2, separator)}]`);
	}
	const textsOf = elementTexts(parts, { ...options, strings: true });
	// Integers have no point here, and no quotes.
	const partAt = (index: number): string => textsOf(index, index + 1, "").replaceAll(/"|\.0"$/g, "");
	return (index, out) => {
		const [re, im] = [partAt(index * 2), partAt(index * 2 + 1)];
		out.text(re === "0" ? `"${im}j"` : `"(${re}${/^[+-]/.test(im) ? "" : "+"}${im}j)"`);
	};
}

function elementPath(index: number): string {
	return `element ${index} in C order`;
}
