import { formatDtype, type NDArray, type ScalarDType } from "@ndwire/core";
import { quote } from "../json/quote.js";
import { refusal } from "../refusal.js";
import type { EncodeNumbersOptions } from "./encode-options.js";
import { floatRounding } from "./float-rounding.js";
import { shortestText, type FloatText } from "./float-text.js";
import { wideIntegerText } from "./wide-integer-text.js";

/** The elements from one index in C order to another as text, with a separator between them. */
export type ElementTexts = (start: number, end: number, separator: string) => string;

/** The text of an element by its index in C order. */
type ElementText = (index: number) => string;

/**
 * The elements of an array as JSON.
 *
 * @throws {FormatError} for a dtype that numbers, booleans and text do not carry.
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
	const scalar = dtype.tag === "scalar" ? scalarText(array, dtype, options) : undefined;
	if (scalar !== undefined) return scalar;
	const expected = "a dtype that numbers and text spell (json-numpy and triple-list carry any but objects)";
	throw refusal(dtype.hasObject ? "unsafe-object" : "bad-dtype", expected, formatDtype(dtype, "text"));
}

function scalarText(array: NDArray, dtype: ScalarDType, options: EncodeNumbersOptions): ElementText | undefined {
	const { kind, itemsize, format } = dtype;
	const isString = options.strings === true;
	if (kind === "b") return booleanText(array, isString);
	if (kind === "U") {
		const flat = array.reshape([array.size]);
		return (index) => quote(String(flat.get(index)));
	}
	if (kind === "M" || kind === "m" || (itemsize === 8 && (kind === "i" || kind === "u")))
		return wideText(array, kind, isString);
	if (kind === "i" || kind === "u") {
		const numbers = array.toTypedArray();
		return isString ? (index) => `"${numbers[index]}"` : (index) => `${numbers[index]}`;
	}
	if ((kind === "f" && itemsize <= 8) || format === "bfloat16") return floatElementText(array, dtype, options);
	return undefined;
}

function booleanText(array: NDArray, isString: boolean): ElementText {
	const bytes = array.toTypedArray();
	const [yes, no] = isString ? ['"True"', '"False"'] : ["true", "false"];
	return (index) => (bytes[index] === 0 ? no : yes);
}

function wideText(array: NDArray, kind: ScalarDType["kind"], isString: boolean): ElementText {
	const { buffer, byteOffset } = array.toTypedArray();
	const halves = new Uint32Array(buffer, byteOffset, array.size * 2);
	const lowFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] ?? 0;
	const [isTime, isSigned] = [kind === "M" || kind === "m", kind !== "u"];
	const mark = isString ? '"' : "";
	return (index) => {
		const low = halves[index * 2 + 1 - lowFirst] ?? 0;
		const high = halves[index * 2 + lowFirst] ?? 0;
		if (isTime && high === 2 ** 31 && low === 0) return isString ? '"NaT"' : "null";
		return mark + wideIntegerText(low, high, isSigned) + mark;
	};
}

function floatElementText(array: NDArray, dtype: ScalarDType, options: EncodeNumbersOptions): ElementText {
	const numbers = array.toTypedArray();
	const textOf: FloatText = shortestText(options.digits === "shortest" ? floatRounding(dtype) : undefined);
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
	throw refusal("overflow", "finite numbers, which strict JSON has", String(value), {
		path: `element ${index} in C order`,
	});
}
