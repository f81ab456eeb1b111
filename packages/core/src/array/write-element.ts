import { believe } from "../dtype/believe.js";
import { fieldOf } from "../dtype/struct.js";
import type { DType, ScalarDType, StructDType } from "../dtype/types.js";
import type { Memory } from "./memory.js";
import { narrowFloat } from "./narrow-float.js";
import { elementType, numberType } from "./number-type.js";
import type { Complex } from "./read-element.js";
import { contiguousStrides } from "./strides.js";

/**
 * Stores a value as the element at a byte offset. It must be what reading gives for the dtype: nothing is rounded
 * but floats, nothing cut off.
 *
 * @throws {TypeError} for a value of another type, {RangeError} for one that does not fit.
 */
export type Writer = (memory: Memory, offset: number, value: unknown) => void;

/** How elements of a dtype are written: what depends on the dtype alone is found out once. */
export function writerOf(dtype: DType): Writer {
	switch (dtype.tag) {
		case "scalar":
			return scalarWriter(dtype);
		case "struct":
			return recordWriter(dtype);
		case "subarray":
			return nestedWriter(dtype.base, dtype.shape, contiguousStrides(dtype.shape, dtype.base.itemsize));
		default:
			return dtype satisfies never;
	}
}

/** Stores nested lists of a shape. */
export function nestedWriter(dtype: DType, shape: readonly number[], strides: readonly number[]): Writer {
	const write = writerOf(dtype);
	const writeAxis = (axis: number, memory: Memory, offset: number, value: unknown): void => {
		const [extent, stride = 0] = [shape[axis], strides[axis]];
		if (extent === undefined) return write(memory, offset, value);
		if (!isList(value, dtype)) throw mismatch("a list", value);
		refuseUnless(value.length === extent, `${extent} values`, value.length);
		for (let index = 0; index < extent; index += 1) {
			writeAxis(axis + 1, memory, offset + index * stride, value[index]);
		}
	};
	return (memory, offset, value) => writeAxis(0, memory, offset, value);
}

/** Whether a value is a list of elements: any array, but bytes are one element where that reads as bytes. */
export function isList(value: unknown, dtype: DType): value is ArrayLike<unknown> {
	if (value instanceof Uint8Array)
		return dtype.tag !== "scalar" || numberType(dtype.kind, dtype.itemsize) !== undefined;
	return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function scalarWriter(dtype: ScalarDType): Writer {
	const { kind, itemsize, byteOrder, hasObject } = dtype;
	const isLittle = byteOrder !== ">";
	if (hasObject) return writeObject;
	if (kind === "U") return ({ view }, at, value) => writeText(view, at, itemsize, isLittle, value);
	const type = elementType(dtype);
	if (type === undefined) return ({ view }, at, value) => writeBytes(new Uint8Array(view.buffer, at, itemsize), value);
	const set = `set${type}` as const;
	// The checker cannot tell that an Int32 is no bigint.
	const put = (view: DataView, at: number, bits: number | bigint): void =>
		view[set](at, believe<never>(bits), isLittle);
	if (kind !== "c") return ({ view }, at, value) => put(view, at, bitsOf(dtype, value));
	return ({ view }, at, value) => {
		const { re, im } = complexOf(value);
		put(view, at, re);
		put(view, at + itemsize / 2, im);
	};
}

function complexOf(value: unknown): Complex {
	const complex = expectType("object", value);
	return { re: expectType("number", complex["re"]), im: expectType("number", complex["im"]) };
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

function recordWriter(dtype: StructDType): Writer {
	const fields = dtype.names.map((name) => {
		const { offset, dtype: type } = fieldOf(dtype, name);
		return { name, start: offset, write: writerOf(type) };
	});
	return (memory, at, value) => {
		const record = expectType("object", value);
		const missing = dtype.names.find((name) => !Object.hasOwn(record, name));
		if (missing !== undefined) throw mismatch(`an object with the field ${missing}`, value);
		for (const { name, start, write } of fields) write(memory, at + start, record[name]);
	};
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
