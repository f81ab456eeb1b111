import { believe } from "../dtype/believe.js";
import { fieldOf } from "../dtype/struct.js";
import type { DType, ScalarDType, StructDType } from "../dtype/types.js";
import type { Memory } from "./memory.js";
import { narrowFloat } from "./narrow-float.js";
import { elementType, numberType } from "./number-type.js";
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
		case "subarray": {
			const { base, shape } = dtype;
			return writeNested(memory, offset, base, shape, contiguousStrides(shape, base.itemsize), value);
		}
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
	refuseUnless(value.length === extent, `${extent} values`, value.length);
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
	const { kind, itemsize, byteOrder, hasObject } = dtype;
	const { view } = memory;
	const isLittle = byteOrder !== ">";
	const type = elementType(dtype);
	if (hasObject) return writeObject(memory, offset, value);
	if (kind === "U") return writeText(view, offset, itemsize, isLittle, value);
	if (type === undefined) return writeBytes(new Uint8Array(view.buffer, offset, itemsize), value);
	const parts = kind === "c" ? partsOf(value) : [bitsOf(dtype, value)];
	for (const [index, bits] of parts.entries()) {
		// The checker cannot tell that an Int32 is no bigint.
		view[`set${type}`](offset + (index * itemsize) / 2, believe<never>(bits), isLittle);
	}
}

function partsOf(value: unknown): readonly number[] {
	const complex = expectType("object", value);
	return [expectType("number", complex["re"]), expectType("number", complex["im"])];
}

/** What DataView is to store of a value. Floats go to the nearest that the type has, ties to even, as in NumPy. */
function bitsOf(dtype: ScalarDType, value: unknown): number | bigint {
	const { kind, itemsize } = dtype;
	if (kind === "b") return Number(expectType("boolean", value));
	const narrow = narrowFloat(dtype);
	if (narrow) return narrow.toBits(expectType("number", value));
	if (kind === "f") return expectType("number", value);
	const integer = integerOf(value);
	const bits = itemsize * 8;
	const stored = kind === "u" ? BigInt.asUintN(bits, integer) : BigInt.asIntN(bits, integer);
	refuseUnless(stored === integer, `an integer of ${bits} bits`, integer);
	return itemsize === 8 ? integer : Number(integer);
}

function integerOf(value: unknown): bigint {
	if (typeof value === "bigint") return value;
	if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
	throw mismatch("a bigint or a safe integer", value);
}

/** NumPy fills bytes up with zeros. */
function writeBytes(target: Uint8Array, value: unknown): void {
	if (!(value instanceof Uint8Array)) throw mismatch("a Uint8Array", value);
	refuseUnless(value.length <= target.length, `at most ${target.length} bytes`, value.length);
	target.set(value);
	target.fill(0, value.length);
}

function writeText(view: DataView, offset: number, itemsize: number, isLittle: boolean, value: unknown): void {
	const characters = [...expectType("string", value)];
	refuseUnless(characters.length * 4 <= itemsize, `at most ${itemsize / 4} characters`, characters.length);
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
	const record = expectType("object", value);
	const missing = dtype.names.find((name) => !Object.hasOwn(record, name));
	if (missing !== undefined) throw mismatch(`the field ${missing}`, value);
	for (const name of dtype.names) {
		const field = fieldOf(dtype, name);
		writeElement(memory, offset + field.offset, field.dtype, record[name]);
	}
}

interface Types {
	readonly boolean: boolean;
	readonly number: number;
	readonly string: string;
	readonly object: Readonly<Record<string, unknown>>;
}

function expectType<Name extends keyof Types>(type: Name, value: unknown): Types[Name] {
	if (typeof value === type && value !== null) return believe(value);
	throw mismatch(`a value of type ${type}`, value);
}

function refuseUnless(fits: boolean, expected: string, found: number | bigint): void {
	if (!fits) throw new RangeError(`expected ${expected}, found ${found}`);
}

function mismatch(expected: string, found: unknown): TypeError {
	return new TypeError(`expected ${expected}, found ${isObject(found) ? "an object" : String(found)}`);
}

function isObject(value: unknown): value is object {
	return typeof value === "object" && value !== null;
}
