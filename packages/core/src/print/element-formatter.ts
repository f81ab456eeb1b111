import { numberPartOf } from "../array/astype/number-part.js";
import { realReader } from "../array/astype/read-real.js";
import { forEachOffset } from "../array/for-each-offset.js";
import { unfold } from "../array/unfold.js";
import { fieldOf } from "../dtype/struct.js";
import type { DType, StructDType } from "../dtype/types.js";
import { floatFormatOf } from "./binary-float.js";
import { floatText } from "./float-text.js";
import type { ResolvedPrintOptions } from "./print-options.js";
import { scalarFormatter, type Formatter, type Printed } from "./scalar-formatter.js";

/** How elements are printed that stand in one array: NumPy's `_get_format_function`. */
export function elementFormatter(
	dtype: DType,
	printed: Printed,
	options: ResolvedPrintOptions,
	floats: "aligned" | "shortest" = "aligned",
): Formatter {
	if (dtype.tag === "subarray") throw new TypeError("formatArray: the axes of a subarray belong to the array");
	if (dtype.tag === "struct") return recordFormatter(dtype, printed, options, floats);
	if (floats === "shortest" && dtype.kind === "f") return shortestFormatter(dtype, printed);
	return scalarFormatter(dtype, printed, options);
}

/** In a record that stands alone NumPy's `str` prints floats by themselves. */
function shortestFormatter(dtype: DType, { memory }: Printed): Formatter {
	const numbers = numberPartOf(dtype);
	if (numbers === undefined) throw new TypeError("formatArray: expected floats");
	const [read, format] = [realReader(numbers.part), floatFormatOf(numbers.part)];
	return (at) => floatText(read(memory.view, at), format);
}

function recordFormatter(
	dtype: StructDType,
	printed: Printed,
	options: ResolvedPrintOptions,
	floats: "aligned" | "shortest",
): Formatter {
	const fields = dtype.names.map((name) => {
		const { dtype: type, offset } = fieldOf(dtype, name);
		return fieldFormatter(type, offset, printed, options, floats);
	});
	return (at) => {
		const texts = fields.map((format) => format(at));
		return `(${texts.join(", ")}${texts.length === 1 ? "," : ""})`;
	};
}

function fieldFormatter(
	dtype: DType,
	start: number,
	{ memory, offsets, isAlone }: Printed,
	options: ResolvedPrintOptions,
	floats: "aligned" | "shortest",
): Formatter {
	const block = unfold(dtype, { shape: [], strides: [] });
	const { shape, strides } = block;
	const inBlocks: number[] = [];
	for (const at of offsets) forEachOffset({ shape, strides, byteOffset: at + start }, (inner) => inBlocks.push(inner));
	const printed = { memory, offsets: inBlocks, isAlone: isAlone && shape.length === 0 };
	const format = elementFormatter(block.dtype, printed, options, floats);
	const count = shape.reduce((size, extent) => size * extent, 1);
	const edge = count > options.threshold ? options.edgeItems : Number.POSITIVE_INFINITY;
	return (at) => blockText(at + start, shape, strides, 0, format, edge);
}

/** A block within a record, on one line: NumPy's `SubArrayFormat`. */
function blockText(
	at: number,
	shape: readonly number[],
	strides: readonly number[],
	axis: number,
	format: Formatter,
	edge: number,
): string {
	const [extent, stride = 0] = [shape[axis], strides[axis]];
	if (extent === undefined) return format(at);
	const textAt = (index: number): string => blockText(at + index * stride, shape, strides, axis + 1, format, edge);
	const indices = Array.from({ length: extent }, (_, index) => index);
	if (extent <= 2 * edge) return `[${indices.map(textAt).join(", ")}]`;
	const [head, tail] = [indices.slice(0, edge), indices.slice(extent - edge)];
	return `[${[...head.map(textAt), "...", ...tail.map(textAt)].join(", ")}]`;
}
