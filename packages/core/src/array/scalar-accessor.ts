import { believe } from "../dtype/believe.js";
import type { ScalarDType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import type { Accessor } from "./accessor.js";
import { expectType, misfit, mismatch } from "./expectation.js";
import type { Memory } from "./memory.js";
import { fractionBitsOf, narrowToNumber, numberToNarrow } from "./narrow-float.js";
import { numberType, type NumberType } from "./number-type.js";

/** How elements without fields are read and written. */
export function scalarAccessor(dtype: ScalarDType, memory: Memory): Accessor {
	const { kind, itemsize, hasObject } = dtype;
	if (hasObject) return objectAccessor(memory);
	if (kind === "U") return textAccessor(dtype, memory);
	const type = numberType(dtype);
	if (type === undefined) return bytesAccessor(dtype, memory);
	const number = numberAccessor(dtype, type, memory);
	return kind === "c" ? complexAccessor(number, itemsize / 2) : number;
}

/** Old objects are left where they are, since other slots and other arrays may share them. */
function objectAccessor({ view, objects }: Memory): Accessor {
	return {
		get: (at) => objects?.[view.getUint32(at, true)] ?? null,
		set: (at, value) => {
			if (objects === undefined) throw new TypeError("expected objects");
			view.setUint32(at, value === null ? 0 : objects.push(value) - 1, true);
		},
	};
}

/** By code points, so that a lone surrogate survives. */
function textAccessor({ itemsize, byteOrder }: ScalarDType, { view }: Memory): Accessor {
	const isLittle = byteOrder === "<";
	return {
		get: (at) => {
			let text = "";
			let end = 0;
			for (let position = at; position < at + itemsize; position += 4) {
				const codePoint = view.getUint32(position, isLittle);
				if (codePoint > 0x10ffff) throw badCodePoint(codePoint);
				text += String.fromCodePoint(codePoint);
				if (codePoint !== 0) end = text.length;
			}
			return text.slice(0, end);
		},
		set: (at, value) => {
			const characters = [...expectType("string", value)];
			if (characters.length * 4 > itemsize) throw misfit(`at most ${itemsize / 4} characters`, characters.length);
			for (let index = 0; index < itemsize / 4; index += 1) {
				view.setUint32(at + index * 4, characters[index]?.codePointAt(0) ?? 0, isLittle);
			}
		},
	};
}

function badCodePoint(codePoint: number): FormatError {
	const [expected, found] = ["a code point", `0x${codePoint.toString(16)}`];
	return new FormatError({ code: "bad-encoding", format: "array", expected, found });
}

/** Bytes, voids, and long doubles, which no number holds. NumPy fills bytes up with zeros, and so gives no trailing ones back. */
function bytesAccessor({ kind, itemsize }: ScalarDType, { view: { buffer } }: Memory): Accessor {
	return {
		get: (at) => {
			const bytes = new Uint8Array(buffer, at, itemsize);
			return bytes.slice(0, kind === "S" ? bytes.findLastIndex((byte) => byte !== 0) + 1 : itemsize);
		},
		set: (at, value) => {
			if (!(value instanceof Uint8Array)) throw mismatch("a Uint8Array", value);
			if (value.length > itemsize) throw misfit(`at most ${itemsize} bytes`, value.length);
			const bytes = new Uint8Array(buffer, at, itemsize);
			bytes.set(value);
			bytes.fill(0, value.length);
		},
	};
}

function complexAccessor({ get, set }: Accessor, half: number): Accessor {
	return {
		get: (at) => ({ re: get(at), im: get(at + half) }),
		set: (at, value) => {
			const { re, im } = expectType("object", value);
			expectType("number", im);
			set(at, re);
			set(at + half, im);
		},
	};
}

function numberAccessor(dtype: ScalarDType, type: NumberType, { view }: Memory): Accessor {
	const isLittle = dtype.byteOrder !== ">";
	const [get, set] = [`get${type}` as const, `set${type}` as const];
	const fractionBits = fractionBitsOf(dtype);
	const read = (at: number): number | bigint => view[get](at, isLittle);
	const readNarrow = fractionBits && ((at: number): number => narrowToNumber(Number(read(at)), fractionBits));
	return {
		get: dtype.kind === "b" ? (at) => read(at) !== 0 : (readNarrow ?? read),
		// The checker cannot tell that an Int32 is no bigint.
		set: (at, value) => view[set](at, believe<never>(bitsOf(dtype, value)), isLittle),
	};
}

/** What DataView is to store of a value. Floats go to the nearest that the type has, ties to even, as in NumPy. */
function bitsOf(dtype: ScalarDType, value: unknown): number | bigint {
	const { kind, itemsize } = dtype;
	if (kind === "b") return Number(expectType("boolean", value));
	const fractionBits = fractionBitsOf(dtype);
	if (fractionBits) return numberToNarrow(expectType("number", value), fractionBits);
	if (kind === "f" || kind === "c") return expectType("number", value);
	if (typeof value !== "bigint" && !Number.isSafeInteger(value)) throw mismatch("a bigint or a safe integer", value);
	const integer = BigInt(believe<number | bigint>(value));
	const bits = itemsize * 8;
	if (BigInt[kind === "u" ? "asUintN" : "asIntN"](bits, integer) !== integer) {
		throw misfit(`an integer of ${bits} bits`, integer);
	}
	return itemsize === 8 ? integer : Number(integer);
}
