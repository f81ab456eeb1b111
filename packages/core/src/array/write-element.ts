import { fieldOf } from "../dtype/struct.js";
import type { DType, Kind, ScalarDType, StructDType } from "../dtype/types.js";
import { numberToBfloat } from "./bfloat16.js";
import { numberToHalf } from "./half-float.js";
import type { Memory } from "./memory.js";
import { numberType } from "./number-type.js";
import { contiguousStrides } from "./strides.js";

/**
 * Stores a value as the element at a byte offset. It must be what reading gives for the dtype: nothing is rounded
 * but floats, nothing cut off.
 *
 * @throws {TypeError} for a value of another type, {RangeError} for one that does not fit.
 */
export function writeElement(memory: Memory, offset: number, dtype: DType, value: unknown): void {
	switch (dtype.tag) {
		case "scalar":
			return writeScalar(memory, offset, dtype, value);
		case "struct":
			return writeRecord(memory, offset, dtype, value);
		case "subarray":
			return writeNested(
				memory,
				offset,
				dtype.base,
				dtype.shape,
				contiguousStrides(dtype.shape, dtype.base.itemsize),
				value,
			);
		default:
			return dtype satisfies never;
	}
}

/** Stores nested lists of a shape. */
export function writeNested(
	memory: Memory,
	offset: number,
	dtype: DType,
	[extent, ...shape]: readonly number[],
	[stride = 0, ...strides]: readonly number[],
	value: unknown,
): void {
	if (extent === undefined) return writeElement(memory, offset, dtype, value);
	if (!isList(value, dtype)) throw mismatch("a list", value);
	if (value.length !== extent) throw new RangeError(`expected ${extent} values, found ${value.length}`);
	for (let index = 0; index < extent; index += 1) {
		writeNested(memory, offset + index * stride, dtype, shape, strides, value[index]);
	}
}

/** Whether a value is a list of elements: any array, but bytes are one element where that reads as bytes. */
export function isList(value: unknown, dtype: DType): value is ArrayLike<unknown> {
	if (value instanceof Uint8Array)
		return dtype.tag !== "scalar" || numberType(dtype.kind, dtype.itemsize) !== undefined;
	return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function writeScalar(memory: Memory, offset: number, dtype: ScalarDType, value: unknown): void {
	const { view } = memory;
	const { kind, itemsize, byteOrder, format } = dtype;
	const isLittle = byteOrder !== ">";
	if (kind === "O" || kind === "T") writeObject(memory, offset, value);
	else if (format !== undefined) writeBfloat(view, offset, isLittle, value);
	else if (kind === "U") writeText(view, offset, itemsize, isLittle, value);
	else if (kind === "c" && itemsize <= 16) writeComplex(view, offset, itemsize / 2, isLittle, value);
	else if (kind === "f" && itemsize <= 8) writeFloat(view, offset, itemsize, isLittle, value);
	else if (kind === "b") writeBoolean(view, offset, value);
	else if (numberType(kind, itemsize) === undefined) writeBytes(view, offset, itemsize, value);
	else writeInteger(view, offset, kind, itemsize, isLittle, value);
}

function writeBoolean(view: DataView, offset: number, value: unknown): void {
	if (typeof value !== "boolean") throw mismatch("a boolean", value);
	view.setUint8(offset, Number(value));
}

function writeInteger(
	view: DataView,
	offset: number,
	kind: Kind,
	itemsize: number,
	isLittle: boolean,
	value: unknown,
): void {
	if (typeof value !== "bigint" && !(typeof value === "number" && Number.isSafeInteger(value))) {
		throw mismatch("a bigint or a safe integer", value);
	}
	const integer = BigInt(value);
	const bits = BigInt.asUintN(itemsize * 8, integer);
	if (integer !== (kind === "u" ? bits : BigInt.asIntN(itemsize * 8, integer))) {
		throw new RangeError(`${integer} does not fit ${itemsize} bytes`);
	}
	for (let byte = 0; byte < itemsize; byte += 1) {
		const place = isLittle ? byte : itemsize - 1 - byte;
		view.setUint8(offset + place, Number((bits >> BigInt(byte * 8)) & 255n));
	}
}

/** Rounds to the nearest that the type has, ties to even, as NumPy does. */
function writeFloat(view: DataView, offset: number, itemsize: number, isLittle: boolean, value: unknown): void {
	if (typeof value !== "number") throw mismatch("a number", value);
	if (itemsize === 2) view.setUint16(offset, numberToHalf(value), isLittle);
	else if (itemsize === 4) view.setFloat32(offset, value, isLittle);
	else view.setFloat64(offset, value, isLittle);
}

function writeBfloat(view: DataView, offset: number, isLittle: boolean, value: unknown): void {
	if (typeof value !== "number") throw mismatch("a number", value);
	view.setUint16(offset, numberToBfloat(value), isLittle);
}

function writeComplex(view: DataView, offset: number, partSize: number, isLittle: boolean, value: unknown): void {
	const { re, im }: { readonly re?: unknown; readonly im?: unknown } = isRecord(value) ? value : {};
	if (typeof re !== "number" || typeof im !== "number") throw mismatch("{re, im} of two numbers", value);
	writeFloat(view, offset, partSize, isLittle, re);
	writeFloat(view, offset + partSize, partSize, isLittle, im);
}

function writeBytes(view: DataView, offset: number, itemsize: number, value: unknown): void {
	if (!(value instanceof Uint8Array)) throw mismatch("a Uint8Array", value);
	if (value.length > itemsize) throw new RangeError(`${value.length} bytes do not fit ${itemsize}`);
	const target = new Uint8Array(view.buffer, offset, itemsize);
	target.set(value);
	target.fill(0, value.length);
}

function writeText(view: DataView, offset: number, itemsize: number, isLittle: boolean, value: unknown): void {
	if (typeof value !== "string") throw mismatch("a string", value);
	const characters = [...value];
	if (characters.length * 4 > itemsize) {
		throw new RangeError(`${characters.length} characters do not fit ${itemsize / 4}`);
	}
	for (let position = 0; position < itemsize; position += 4) {
		view.setUint32(offset + position, characters[position / 4]?.codePointAt(0) ?? 0, isLittle);
	}
}

/** Old objects are left where they are, since other slots and other arrays may share them. */
function writeObject({ view, objects }: Memory, offset: number, value: unknown): void {
	if (objects === undefined) throw new TypeError("expected an array that has objects");
	view.setUint32(offset, value === null ? 0 : objects.push(value) - 1, true);
}

function writeRecord(memory: Memory, offset: number, dtype: StructDType, value: unknown): void {
	const missing = dtype.names.find((name) => !isRecord(value) || !Object.hasOwn(value, name));
	if (!isRecord(value) || missing !== undefined) throw mismatch(`an object with the field ${missing}`, value);
	for (const name of dtype.names) {
		const field = fieldOf(dtype, name);
		writeElement(memory, offset + field.offset, field.dtype, value[name]);
	}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}

function mismatch(expected: string, found: unknown): TypeError {
	return new TypeError(`expected ${expected}, found ${isRecord(found) ? "an object" : String(found)}`);
}
