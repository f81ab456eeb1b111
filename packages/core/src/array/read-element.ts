import { nullRecord } from "../dtype/null-record.js";
import { fieldOf } from "../dtype/struct.js";
import type { DType, Kind, ScalarDType, StructDType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import { bfloatToNumber } from "./bfloat16.js";
import { halfToNumber } from "./half-float.js";
import type { Memory } from "./memory.js";
import { numberType } from "./number-type.js";
import { contiguousStrides } from "./strides.js";

/** A complex number. */
export interface Complex {
	readonly re: number;
	readonly im: number;
}

/** The element at a byte offset as a value of its own: nothing of it shares the array's memory. */
export function readElement(memory: Memory, offset: number, dtype: DType): unknown {
	switch (dtype.tag) {
		case "scalar":
			return readScalar(memory, offset, dtype);
		case "struct":
			return readRecord(memory, offset, dtype);
		case "subarray":
			return readNested(memory, offset, dtype.base, dtype.shape, contiguousStrides(dtype.shape, dtype.base.itemsize));
		default:
			return dtype satisfies never;
	}
}

/** Elements of a shape as nested lists, one level per axis; the element itself where there is no axis. */
export function readNested(
	memory: Memory,
	offset: number,
	dtype: DType,
	[extent, ...shape]: readonly number[],
	[stride = 0, ...strides]: readonly number[],
): unknown {
	if (extent === undefined) return readElement(memory, offset, dtype);
	return Array.from({ length: extent }, (_, index) =>
		readNested(memory, offset + index * stride, dtype, shape, strides),
	);
}

function readScalar({ view, objects }: Memory, offset: number, dtype: ScalarDType): unknown {
	const { kind, itemsize, byteOrder, format } = dtype;
	const isLittle = byteOrder !== ">";
	if (kind === "O" || kind === "T") return objects?.[view.getUint32(offset, true)] ?? null;
	if (format !== undefined) return bfloatToNumber(view.getUint16(offset, isLittle));
	if (kind === "U") return readText(view, offset, itemsize, isLittle);
	if (kind === "c") {
		const re = readNumber(view, offset, "f", itemsize / 2, isLittle);
		if (re !== undefined) return { re, im: readNumber(view, offset + itemsize / 2, "f", itemsize / 2, isLittle) };
	}
	const number = readNumber(view, offset, kind, itemsize, isLittle);
	if (number !== undefined) return kind === "b" ? number !== 0 : number;
	// Bytes, voids, and long doubles, which no number holds. NumPy fills bytes up with zeros, and so gives no trailing ones back.
	const bytes = new Uint8Array(view.buffer, offset, itemsize);
	return bytes.slice(0, kind === "S" ? bytes.findLastIndex((byte) => byte !== 0) + 1 : itemsize);
}

function readNumber(
	view: DataView,
	offset: number,
	kind: Kind,
	itemsize: number,
	isLittle: boolean,
): number | bigint | undefined {
	const type = numberType(kind, itemsize);
	const number = type && view[`get${type}`](offset, isLittle);
	return kind === "f" && itemsize === 2 ? halfToNumber(Number(number)) : number;
}

function readText(view: DataView, offset: number, itemsize: number, isLittle: boolean): string {
	let text = "";
	let end = 0;
	for (let position = 0; position < itemsize; position += 4) {
		const codePoint = view.getUint32(offset + position, isLittle);
		if (codePoint > 0x10ffff) {
			const found = `0x${codePoint.toString(16)}`;
			throw new FormatError({ code: "bad-encoding", format: "array", expected: "code points to U+10FFFF", found });
		}
		text += String.fromCodePoint(codePoint);
		if (codePoint !== 0) end = text.length;
	}
	return text.slice(0, end);
}

function readRecord(memory: Memory, offset: number, dtype: StructDType): Readonly<Record<string, unknown>> {
	const record = nullRecord<unknown>();
	for (const name of dtype.names) {
		const field = fieldOf(dtype, name);
		record[name] = readElement(memory, offset + field.offset, field.dtype);
	}
	return record;
}
