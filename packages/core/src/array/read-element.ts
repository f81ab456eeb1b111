import { nullRecord } from "../dtype/null-record.js";
import { readsAsBytes } from "../dtype/reads-as-bytes.js";
import { fieldOf } from "../dtype/struct.js";
import type { DType, ScalarDType, StructDType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import { halfToNumber } from "./half-float.js";
import type { Memory } from "./memory.js";
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
			return readNested(
				memory,
				offset,
				dtype.base,
				dtype.shape,
				contiguousStrides(dtype.shape, dtype.base.itemsize, "C"),
			);
		default:
			return dtype satisfies never;
	}
}

/** Elements of a shape as nested lists, one level per axis; the element itself where there is no axis. */
export function readNested(
	memory: Memory,
	offset: number,
	dtype: DType,
	shape: readonly number[],
	strides: readonly number[],
	axis: number = 0,
): unknown {
	const [extent, stride] = [shape[axis], strides[axis]];
	if (extent === undefined || stride === undefined) return readElement(memory, offset, dtype);
	const list: unknown[] = [];
	for (let index = 0; index < extent; index += 1) {
		list.push(readNested(memory, offset + index * stride, dtype, shape, strides, axis + 1));
	}
	return list;
}

function readScalar({ view, objects }: Memory, offset: number, dtype: ScalarDType): unknown {
	const { kind, itemsize, byteOrder } = dtype;
	const isLittle = byteOrder !== ">";
	switch (kind) {
		case "b":
			return view.getUint8(offset) !== 0;
		case "i":
			return readSigned(view, offset, itemsize, isLittle);
		case "u":
			return readUnsigned(view, offset, itemsize, isLittle);
		case "f":
			return readsAsBytes(dtype) ? readBytes(view, offset, itemsize) : readFloat(view, offset, itemsize, isLittle);
		case "c":
			return readsAsBytes(dtype) ? readBytes(view, offset, itemsize) : readComplex(view, offset, itemsize, isLittle);
		case "M":
		case "m":
			return view.getBigInt64(offset, isLittle);
		case "S":
			return withoutTrailingZeros(readBytes(view, offset, itemsize));
		case "U":
			return readText(view, offset, itemsize, isLittle);
		case "V":
			return readBytes(view, offset, itemsize);
		case "O":
		case "T":
			return objects?.[view.getUint32(offset, true)] ?? null;
		default:
			return kind satisfies never;
	}
}

function readSigned(view: DataView, offset: number, itemsize: number, isLittle: boolean): number | bigint {
	if (itemsize === 1) return view.getInt8(offset);
	if (itemsize === 2) return view.getInt16(offset, isLittle);
	return itemsize === 4 ? view.getInt32(offset, isLittle) : view.getBigInt64(offset, isLittle);
}

function readUnsigned(view: DataView, offset: number, itemsize: number, isLittle: boolean): number | bigint {
	if (itemsize === 1) return view.getUint8(offset);
	if (itemsize === 2) return view.getUint16(offset, isLittle);
	return itemsize === 4 ? view.getUint32(offset, isLittle) : view.getBigUint64(offset, isLittle);
}

function readFloat(view: DataView, offset: number, itemsize: number, isLittle: boolean): number {
	if (itemsize === 2) return halfToNumber(view.getUint16(offset, isLittle));
	return itemsize === 4 ? view.getFloat32(offset, isLittle) : view.getFloat64(offset, isLittle);
}

function readComplex(view: DataView, offset: number, itemsize: number, isLittle: boolean): Complex {
	const half = itemsize / 2;
	return { re: readFloat(view, offset, half, isLittle), im: readFloat(view, offset + half, half, isLittle) };
}

function readBytes(view: DataView, offset: number, length: number): Uint8Array {
	return new Uint8Array(view.buffer, view.byteOffset + offset, length).slice();
}

/** NumPy fills bytes and text up with zeros, and so does not give trailing ones back. */
function withoutTrailingZeros(bytes: Uint8Array): Uint8Array {
	let end = bytes.length;
	while (end > 0 && bytes[end - 1] === 0) end -= 1;
	return bytes.slice(0, end);
}

function readText(view: DataView, offset: number, itemsize: number, isLittle: boolean): string {
	let end = itemsize;
	while (end > 0 && view.getUint32(offset + end - 4, true) === 0) end -= 4;
	let text = "";
	for (let position = 0; position < end; position += 4) {
		const codePoint = view.getUint32(offset + position, isLittle);
		if (codePoint > 0x10ffff) {
			const found = `0x${codePoint.toString(16)}`;
			throw new FormatError({ code: "bad-encoding", format: "array", expected: "code points to U+10FFFF", found });
		}
		text += String.fromCodePoint(codePoint);
	}
	return text;
}

function readRecord(memory: Memory, offset: number, dtype: StructDType): Readonly<Record<string, unknown>> {
	// Without a prototype, since a field may be called `__proto__`.
	const record = nullRecord<unknown>();
	for (const name of dtype.names) {
		const field = fieldOf(dtype, name);
		record[name] = readElement(memory, offset + field.offset, field.dtype);
	}
	return record;
}
