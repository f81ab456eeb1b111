import { readsAsBytes } from "../dtype/reads-as-bytes.js";
import { fieldOf } from "../dtype/struct.js";
import type { DType, ScalarDType, StructDType } from "../dtype/types.js";
import { numberToHalf } from "./half-float.js";
import type { Memory } from "./memory.js";
import { contiguousStrides } from "./strides.js";

/**
 * Stores a value as the element at a byte offset. It must be what `readElement` gives for the dtype: nothing is rounded
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
				contiguousStrides(dtype.shape, dtype.base.itemsize, "C"),
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
	shape: readonly number[],
	strides: readonly number[],
	values: unknown,
	axis: number = 0,
): void {
	const [extent, stride] = [shape[axis], strides[axis]];
	if (extent === undefined || stride === undefined) return writeElement(memory, offset, dtype, values);
	if (!isList(values, dtype)) throw new TypeError(`expected a list along axis ${axis}, found ${describe(values)}`);
	if (values.length !== extent) {
		throw new RangeError(`expected ${extent} values along axis ${axis}, found ${values.length}`);
	}
	for (let index = 0; index < extent; index += 1) {
		writeNested(memory, offset + index * stride, dtype, shape, strides, values[index], axis + 1);
	}
}

/** Whether a value is a list of elements: any array, but bytes are one element where the dtype is of bytes. */
export function isList(value: unknown, dtype: DType): value is ArrayLike<unknown> {
	if (value instanceof Uint8Array) return !(dtype.tag === "scalar" && readsAsBytes(dtype));
	return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function writeScalar(memory: Memory, offset: number, dtype: ScalarDType, value: unknown): void {
	const { view } = memory;
	const { kind, itemsize, byteOrder } = dtype;
	const isLittle = byteOrder !== ">";
	switch (kind) {
		case "b":
			return view.setUint8(offset, requireBoolean(value) ? 1 : 0);
		case "i":
		case "u":
		case "M":
		case "m":
			return writeInteger(view, offset, itemsize, kind !== "u", isLittle, value);
		case "f":
			if (readsAsBytes(dtype)) return writeBytes(view, offset, itemsize, value);
			return writeFloat(view, offset, itemsize, isLittle, value);
		case "c":
			if (readsAsBytes(dtype)) return writeBytes(view, offset, itemsize, value);
			return writeComplex(view, offset, itemsize, isLittle, value);
		case "S":
		case "V":
			return writeBytes(view, offset, itemsize, value);
		case "U":
			return writeText(view, offset, itemsize, isLittle, value);
		case "O":
		case "T":
			return writeObject(memory, offset, value);
		default:
			return kind satisfies never;
	}
}

function requireBoolean(value: unknown): boolean {
	if (typeof value !== "boolean") throw new TypeError(`expected a boolean, found ${describe(value)}`);
	return value;
}

function writeInteger(
	view: DataView,
	offset: number,
	itemsize: number,
	isSigned: boolean,
	isLittle: boolean,
	value: unknown,
): void {
	if (typeof value !== "bigint" && !(typeof value === "number" && Number.isSafeInteger(value))) {
		throw new TypeError(`expected a bigint or a safe integer, found ${describe(value)}`);
	}
	const integer = BigInt(value);
	const bits = itemsize * 8;
	if (integer !== (isSigned ? BigInt.asIntN(bits, integer) : BigInt.asUintN(bits, integer))) {
		throw new RangeError(`${integer} does not fit ${isSigned ? "a signed" : "an unsigned"} integer of ${bits} bits`);
	}
	if (itemsize === 8) view.setBigUint64(offset, BigInt.asUintN(64, integer), isLittle);
	else if (itemsize === 4) view.setUint32(offset, Number(integer), isLittle);
	else if (itemsize === 2) view.setUint16(offset, Number(integer), isLittle);
	else view.setUint8(offset, Number(integer));
}

/** Rounds to the nearest that the type has, ties to even, as NumPy does. */
function writeFloat(view: DataView, offset: number, itemsize: number, isLittle: boolean, value: unknown): void {
	if (typeof value !== "number") throw new TypeError(`expected a number, found ${describe(value)}`);
	if (itemsize === 2) view.setUint16(offset, numberToHalf(value), isLittle);
	else if (itemsize === 4) view.setFloat32(offset, value, isLittle);
	else view.setFloat64(offset, value, isLittle);
}

function writeComplex(view: DataView, offset: number, itemsize: number, isLittle: boolean, value: unknown): void {
	const { re, im }: { readonly re?: unknown; readonly im?: unknown } = isRecord(value) ? value : {};
	if (typeof re !== "number" || typeof im !== "number") {
		throw new TypeError(`expected {re, im} of two numbers, found ${describe(value)}`);
	}
	writeFloat(view, offset, itemsize / 2, isLittle, re);
	writeFloat(view, offset + itemsize / 2, itemsize / 2, isLittle, im);
}

function writeBytes(view: DataView, offset: number, itemsize: number, value: unknown): void {
	if (!(value instanceof Uint8Array)) throw new TypeError(`expected a Uint8Array, found ${describe(value)}`);
	if (value.length > itemsize) throw new RangeError(`${value.length} bytes do not fit ${itemsize}`);
	const target = new Uint8Array(view.buffer, view.byteOffset + offset, itemsize);
	target.set(value);
	target.fill(0, value.length);
}

function writeText(view: DataView, offset: number, itemsize: number, isLittle: boolean, value: unknown): void {
	if (typeof value !== "string") throw new TypeError(`expected a string, found ${describe(value)}`);
	const codePoints = Array.from(value, (character) => character.codePointAt(0) ?? 0);
	if (codePoints.length * 4 > itemsize) {
		throw new RangeError(`${codePoints.length} characters do not fit ${itemsize / 4}`);
	}
	for (let index = 0; index < itemsize / 4; index += 1) {
		view.setUint32(offset + index * 4, codePoints[index] ?? 0, isLittle);
	}
}

/** Old objects are left where they are, since other slots and other arrays may share them. */
function writeObject({ view, objects }: Memory, offset: number, value: unknown): void {
	if (objects === undefined) throw new TypeError("expected an array that has objects");
	view.setUint32(offset, value === null ? 0 : objects.push(value) - 1, true);
}

function writeRecord(memory: Memory, offset: number, dtype: StructDType, value: unknown): void {
	if (!isRecord(value)) throw new TypeError(`expected an object with a value per field, found ${describe(value)}`);
	for (const name of dtype.names) {
		if (!Object.hasOwn(value, name)) throw new TypeError(`expected a value for field ${JSON.stringify(name)}`);
	}
	for (const name of dtype.names) {
		const field = fieldOf(dtype, name);
		writeElement(memory, offset + field.offset, field.dtype, value[name]);
	}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && !Array.isArray(value);
}

function describe(value: unknown): string {
	return typeof value === "object" && value !== null ? (Array.isArray(value) ? "a list" : "an object") : String(value);
}
