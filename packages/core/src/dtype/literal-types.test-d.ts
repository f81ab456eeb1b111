import { expectTypeOf } from "vitest";

import { array, zeros } from "../array/create.js";
import { fromBuffer } from "../array/from-buffer.js";
import type { NDArray } from "../array/nd-array.js";
import { dtype } from "./dtype.js";
import type { DTypeOf } from "./literal-types.js";
import type { DTypeSpec } from "./spec.js";
import type { DType, ElementOf, ScalarDType, StorageOf, StructDType, TypedArray } from "./types.js";

// Checked by `tsc -p tsconfig.test.json`; nothing here runs.
type Element<Spec extends DTypeSpec> = ElementOf<DTypeOf<Spec>>;
type Storage<Spec extends DTypeSpec> = StorageOf<DTypeOf<Spec>>;

// Numbers by kind and size, whatever the byte order.
expectTypeOf<Element<"<f8">>().toEqualTypeOf<number>();
expectTypeOf<Storage<"<f8">>().toEqualTypeOf<Float64Array>();
expectTypeOf<Element<">f4">>().toEqualTypeOf<number>();
expectTypeOf<Storage<"=f4">>().toEqualTypeOf<Float32Array>();
expectTypeOf<Storage<"f2">>().toEqualTypeOf<Float32Array>();
expectTypeOf<Element<"<i8">>().toEqualTypeOf<bigint>();
expectTypeOf<Storage<"<i8">>().toEqualTypeOf<BigInt64Array>();
expectTypeOf<Element<"uint64">>().toEqualTypeOf<bigint>();
expectTypeOf<Storage<"Q">>().toEqualTypeOf<BigUint64Array>();
expectTypeOf<Element<"float32">>().toEqualTypeOf<number>();
expectTypeOf<Storage<"d">>().toEqualTypeOf<Float64Array>();
expectTypeOf<Storage<"b">>().toEqualTypeOf<Int8Array>();
expectTypeOf<Element<"?">>().toEqualTypeOf<boolean>();
expectTypeOf<Element<"|b1">>().toEqualTypeOf<boolean>();
expectTypeOf<Element<"<c16">>().toEqualTypeOf<{ readonly re: number; readonly im: number }>();
expectTypeOf<Storage<"<c8">>().toEqualTypeOf<Float32Array>();
expectTypeOf<Element<"<f16">>().toEqualTypeOf<Uint8Array>();

// Bytes, text, times and objects.
expectTypeOf<Element<"|S5">>().toEqualTypeOf<Uint8Array>();
expectTypeOf<Element<"V7">>().toEqualTypeOf<Uint8Array>();
expectTypeOf<Storage<"S">>().toEqualTypeOf<never>();
expectTypeOf<Element<"<U12">>().toEqualTypeOf<string>();
expectTypeOf<Element<"<M8[25s]">>().toEqualTypeOf<bigint>();
expectTypeOf<Element<"timedelta64[ns]">>().toEqualTypeOf<bigint>();
expectTypeOf<Storage<"M8">>().toEqualTypeOf<BigInt64Array>();
expectTypeOf<Element<"O">>().toEqualTypeOf<unknown>();

// What only the run time knows.
expectTypeOf<DTypeOf<string>>().toEqualTypeOf<DType>();
expectTypeOf<Element<string>>().toEqualTypeOf<unknown>();
expectTypeOf<Storage<string>>().toEqualTypeOf<TypedArray>();
expectTypeOf<DTypeOf<"i4,f8">>().toEqualTypeOf<DType>();
expectTypeOf<DTypeOf<"M8[s],m8[s]">>().toEqualTypeOf<DType>();
expectTypeOf<DTypeOf<"long">>().toEqualTypeOf<DType>();
expectTypeOf<DTypeOf<"<f3">>().toEqualTypeOf<DType>();
expectTypeOf<DTypeOf<DTypeSpec>>().toExtend<DType>();
expectTypeOf<Element<"<f8" | "<i8">>().toEqualTypeOf<number | bigint>();

// A dtype stays what it is.
expectTypeOf<DTypeOf<ScalarDType<number, Int8Array>>>().toEqualTypeOf<ScalarDType<number, Int8Array>>();
expectTypeOf(dtype("<f4")).toEqualTypeOf<ScalarDType<number, Float32Array>>();
expectTypeOf(dtype(dtype("<f4"))).toEqualTypeOf<ScalarDType<number, Float32Array>>();

// Structs, by list and by dict.
const record = [
	["id", "<i4"],
	["value", "<f8"],
	["flag", "?"],
] as const;
type Row = { readonly id: number; readonly value: number; readonly flag: boolean };
expectTypeOf<Element<typeof record>>().toEqualTypeOf<Row>();
expectTypeOf(fromBuffer(new Uint8Array(13), { dtype: record }).get(0)).toEqualTypeOf<Row>();
expectTypeOf(dtype({ names: ["x", "y"], formats: ["<i8", "U3"], offsets: [0, 8] }).fields.y.dtype).toEqualTypeOf<
	ScalarDType<string, never>
>();
expectTypeOf<Element<readonly [readonly [readonly ["Title", "name"], "<i2"]]>>().toEqualTypeOf<{
	readonly name: number;
}>();
// Without a name a field is called by its place.
expectTypeOf<DTypeOf<readonly [readonly ["", "<i4"]]>>().toEqualTypeOf<StructDType>();
expectTypeOf<DTypeOf<readonly (readonly [string, string])[]>>().toExtend<StructDType>();

// Two levels of structs; the third is any.
type Nested = Element<readonly [readonly ["p", readonly [readonly ["x", "<f4"], readonly ["q", typeof record]]]]>;
expectTypeOf<Nested["p"]["x"]>().toEqualTypeOf<number>();
expectTypeOf<Nested["p"]["q"]>().toEqualTypeOf<{ readonly [x: string]: unknown }>();

// Subarrays: as a field, and as the axes of an array.
expectTypeOf(zeros([2], { dtype: [["m", "<i8", [2, 3]]] }).field("m")).toEqualTypeOf<
	NDArray<ScalarDType<bigint, BigInt64Array>>
>();
expectTypeOf(zeros([2], { dtype: ["<f4", [2]] }).toTypedArray()).toEqualTypeOf<Float32Array>();
expectTypeOf(array([1, 2], { dtype: "<i8" }).get(0)).toEqualTypeOf<bigint>();
expectTypeOf(array([true], { dtype: "bool" }).toTypedArray()).toEqualTypeOf<Uint8Array>();

// Fields by name.
expectTypeOf(zeros([1], { dtype: record }).field("value").get(0)).toEqualTypeOf<number>();
// @ts-expect-error -- There is no such field.
zeros([1], { dtype: record }).field("valu");

// An array of a literal dtype will do wherever any array does.
expectTypeOf(zeros([1], { dtype: record })).toExtend<NDArray>();

// Fields made at run time.
declare const names: readonly string[];
expectTypeOf(dtype(names.map((name) => [name, "<f4"]))).toExtend<DType>();
expectTypeOf(zeros([1], { dtype: names.map((name) => [name, dtype("<f4")]) })).toExtend<NDArray>();
