import { forEachOffset } from "../array/for-each-offset.js";
import type { NDArray } from "../array/nd-array.js";
import { formatDtype } from "../dtype/format.js";
import type { DType } from "../dtype/types.js";
import { strRepr } from "../literal/format.js";
import { elementFormatter } from "./element-formatter.js";
import { columns, nestedText } from "./nested-text.js";
import { objectText } from "./object-text.js";
import type { PrintOptions, ResolvedPrintOptions } from "./print-options.js";
import { scalarText } from "./scalar-text.js";

export interface FormatArrayOptions extends PrintOptions {
	/** `str(a)`, what `print` shows, or `repr(a)`, which adds the dtype where the elements do not tell it. Default `str`. */
	readonly form?: "str" | "repr" | undefined;
}

/**
 * The text that NumPy 2.4 prints for an array: shortest digits that tell floats apart, columns of one width, brackets per
 * axis, and of more than 1000 elements the corners.
 *
 * Where NumPy has none of its own, bfloat16 prints as a float would, and native order is little-endian on every machine.
 *
 * @throws {RangeError} for options that are no whole numbers from 0; at least one edge item is shown.
 * @throws {TypeError} for datetimes without a unit, as NumPy, and for objects whose `repr` is not known.
 *
 * @example
 * ```ts
 * formatArray(array([1, 2.5], { dtype: "<f4" }), { form: "repr" }); // "array([1. , 2.5], dtype=float32)"
 * ```
 */
export function formatArray(a: NDArray, { form = "str", ...options }: FormatArrayOptions = {}): string {
	const resolved = resolve(options);
	if (form === "str") return a.shape.length === 0 ? strAlone(a, resolved) : elementsText(a, resolved, " ", 0, 0);
	const text = `array(${elementsText(a, resolved, ", ", "array(".length, ")".length)}`;
	const extras = extrasOf(a, resolved);
	if (extras.length === 0) return `${text})`;
	const lastLine = columns(text.slice(text.lastIndexOf("\n") + 1)) + 1;
	const extra = `${extras.join(", ")})`;
	const gap = lastLine + columns(extra) + 1 > resolved.lineWidth ? `\n${" ".repeat("array(".length)}` : " ";
	return `${text},${gap}${extra}`;
}

function resolve(options: PrintOptions): ResolvedPrintOptions {
	const { precision = 8, suppress = false, threshold = 1000, edgeItems = 3, lineWidth = 75 } = options;
	for (const [name, value] of Object.entries({ precision, threshold, edgeItems, lineWidth })) {
		const isWhole = Number.isInteger(value) || (name === "threshold" && value === Number.POSITIVE_INFINITY);
		if (!isWhole || value < (name === "edgeItems" ? 1 : 0)) {
			throw new RangeError(`formatArray: expected ${name} to be a whole number, found ${value}`);
		}
	}
	return { precision, suppress, threshold, edgeItems, lineWidth, formatObject: options.formatObject ?? objectText };
}

/** Without axes an array prints as its element would by itself. */
function strAlone({ dtype, buffer, objects, byteOffset }: NDArray, options: ResolvedPrintOptions): string {
	const printed = { memory: { view: new DataView(buffer), objects }, offsets: [byteOffset], isAlone: true };
	if (dtype.tag === "scalar") return scalarText(dtype, byteOffset, printed, options);
	return elementFormatter(dtype, printed, options, "shortest")(byteOffset);
}

function elementsText(
	a: NDArray,
	options: ResolvedPrintOptions,
	separator: string,
	prefixSize: number,
	suffixSize: number,
): string {
	if (a.size === 0) return "[]";
	const { shape, strides, byteOffset, objects } = a;
	const edgeItems = a.size > options.threshold ? options.edgeItems : Number.POSITIVE_INFINITY;
	const printed = {
		memory: { view: new DataView(a.buffer), objects },
		offsets: cornerOffsets(a, edgeItems),
		isAlone: shape.length === 0,
	};
	return nestedText({
		shape,
		strides,
		byteOffset,
		format: elementFormatter(a.dtype, printed, options),
		separator,
		lineWidth: options.lineWidth - suffixSize,
		indent: prefixSize + 1,
		edgeItems,
	});
}

/** Where the elements lie that are shown: widths are measured over them alone. */
function cornerOffsets(a: NDArray, edge: number): number[] {
	const offsets: number[] = [];
	const long = a.shape.findIndex((extent) => extent > 2 * edge);
	if (long === -1) {
		forEachOffset(a, (offset) => offsets.push(offset));
		return offsets;
	}
	const whole = a.shape.slice(0, long).map(() => null);
	const ends = [a.slice(...whole, [0, edge]), a.slice(...whole, [-edge])];
	return ends.flatMap((end) => cornerOffsets(end, edge));
}

function extrasOf(a: NDArray, { threshold }: ResolvedPrintOptions): readonly string[] {
	const extras: string[] = [];
	const isEmptyRow = a.shape.length === 1 && a.size === 0;
	if ((a.size === 0 && !isEmptyRow) || a.size > threshold) {
		extras.push(`shape=(${a.shape.join(", ")}${a.shape.length === 1 ? "," : ""})`);
	}
	if (a.size === 0 || !isImplied(a.dtype)) extras.push(`dtype=${shortDtype(a.dtype)}`);
	return extras;
}

/** Types that Python's own numbers become. */
function isImplied(dtype: DType): boolean {
	if (dtype.tag !== "scalar" || dtype.byteOrder === ">") return false;
	return ["b1", "i8", "f8", "c16"].includes(dtype.kind + String(dtype.itemsize));
}

/** What follows `dtype=`: NumPy's `dtype_short_repr`. */
function shortDtype(dtype: DType): string {
	const text = formatDtype(dtype, "text");
	if (dtype.tag !== "scalar") return text;
	if (dtype.kind === "T") return formatDtype(dtype, "repr");
	if (dtype.format === undefined && ("SUV".includes(dtype.kind) || dtype.byteOrder === ">")) return `'${text}'`;
	const name = formatDtype(dtype, "name");
	return /^[\p{L}][\p{L}\p{N}]*$/u.test(name) ? name : strRepr(name);
}
