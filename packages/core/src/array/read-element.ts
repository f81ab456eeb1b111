import { nullRecord } from "../dtype/null-record.js";
import { fieldOf } from "../dtype/struct.js";
import type { DType, ScalarDType, StructDType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import type { Memory } from "./memory.js";
import { narrowFloat } from "./narrow-float.js";
import { elementType } from "./number-type.js";
import { contiguousStrides } from "./strides.js";

/** A complex number. */
export interface Complex {
	readonly re: number;
	readonly im: number;
}

/** Gives the element at a byte offset as a value of its own: nothing of it shares the array's memory. */
export type Reader = (memory: Memory, offset: number) => unknown;

/** How elements of a dtype are read: what depends on the dtype alone is found out once. */
export function readerOf(dtype: DType): Reader {
	switch (dtype.tag) {
		case "scalar":
			return scalarReader(dtype);
		case "struct":
			return recordReader(dtype);
		case "subarray": {
			const read = readerOf(dtype.base);
			const strides = contiguousStrides(dtype.shape, dtype.base.itemsize);
			return (memory, offset) => readNested(read, memory, offset, dtype.shape, strides);
		}
		default:
			return dtype satisfies never;
	}
}

/** Elements of a shape as nested lists, one level per axis; the element itself where there is no axis. */
export function readNested(
	read: Reader,
	memory: Memory,
	offset: number,
	shape: readonly number[],
	strides: readonly number[],
	axis: number = 0,
): unknown {
	const [extent, stride = 0] = [shape[axis], strides[axis]];
	if (extent === undefined) return read(memory, offset);
	const list: unknown[] = [];
	const isLast = axis + 1 === shape.length;
	for (let index = 0; index < extent; index += 1) {
		const start = offset + index * stride;
		list.push(isLast ? read(memory, start) : readNested(read, memory, start, shape, strides, axis + 1));
	}
	return list;
}

function scalarReader(dtype: ScalarDType): Reader {
	const { kind, itemsize, byteOrder, hasObject } = dtype;
	const isLittle = byteOrder !== ">";
	if (hasObject) return ({ view, objects }, at) => objects?.[view.getUint32(at, true)] ?? null;
	if (kind === "U") return ({ view }, at) => readText(view, at, itemsize, isLittle);
	const type = elementType(dtype);
	if (type === undefined) return ({ view }, at) => readBytes(view, at, itemsize, kind === "S");
	if (kind === "b") return ({ view }, at) => view.getUint8(at) !== 0;
	const narrow = narrowFloat(dtype);
	if (narrow) return ({ view }, at) => narrow.toNumber(view.getUint16(at, isLittle));
	const get = `get${type}` as const;
	if (kind !== "c") return ({ view }, at) => view[get](at, isLittle);
	return ({ view }, at) => ({ re: view[get](at, isLittle), im: view[get](at + itemsize / 2, isLittle) });
}

/** Bytes, voids, and long doubles, which no number holds. NumPy fills bytes up with zeros, and so gives no trailing ones back. */
function readBytes(view: DataView, offset: number, itemsize: number, isTrimmed: boolean): Uint8Array {
	const bytes = new Uint8Array(view.buffer, offset, itemsize);
	return bytes.slice(0, isTrimmed ? bytes.findLastIndex((byte) => byte !== 0) + 1 : itemsize);
}

function readText(view: DataView, offset: number, itemsize: number, isLittle: boolean): string {
	let text = "";
	let end = 0;
	for (let position = 0; position < itemsize; position += 4) {
		const codePoint = view.getUint32(offset + position, isLittle);
		if (codePoint > 0x10ffff) {
			const [expected, found] = ["code points to U+10FFFF", `0x${codePoint.toString(16)}`];
			throw new FormatError({ code: "bad-encoding", format: "array", expected, found });
		}
		text += String.fromCodePoint(codePoint);
		if (codePoint !== 0) end = text.length;
	}
	return text.slice(0, end);
}

function recordReader(dtype: StructDType): Reader {
	const fields = dtype.names.map((name) => {
		const { offset, dtype: type } = fieldOf(dtype, name);
		return { name, start: offset, read: readerOf(type) };
	});
	return (memory, at) => {
		const record = nullRecord<unknown>();
		for (const { name, start, read } of fields) record[name] = read(memory, at + start);
		return record;
	};
}
