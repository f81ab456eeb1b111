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

function scalarReader({ kind, itemsize, byteOrder, format }: ScalarDType): Reader {
	const isLittle = byteOrder !== ">";
	if (kind === "O" || kind === "T") return ({ view, objects }, at) => objects?.[view.getUint32(at, true)] ?? null;
	if (format !== undefined) return ({ view }, at) => bfloatToNumber(view.getUint16(at, isLittle));
	if (kind === "U") return ({ view }, at) => readText(view, at, itemsize, isLittle);
	const half = itemsize / 2;
	const readPart = kind === "c" && numberReader("f", half, isLittle);
	if (readPart) return (memory, at) => ({ re: readPart(memory, at), im: readPart(memory, at + half) });
	return numberReader(kind, itemsize, isLittle) ?? (({ view }, at) => readBytes(view, at, itemsize, kind === "S"));
}

function numberReader(kind: Kind, itemsize: number, isLittle: boolean): Reader | undefined {
	const type = numberType(kind, itemsize);
	if (type === undefined) return undefined;
	if (kind === "b") return ({ view }, at) => view.getUint8(at) !== 0;
	if (kind === "f" && itemsize === 2) return ({ view }, at) => halfToNumber(view.getUint16(at, isLittle));
	const get = `get${type}` as const;
	return ({ view }, at) => view[get](at, isLittle);
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
			const found = `0x${codePoint.toString(16)}`;
			throw new FormatError({ code: "bad-encoding", format: "array", expected: "code points to U+10FFFF", found });
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
