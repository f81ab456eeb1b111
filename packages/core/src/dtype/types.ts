/**
 * How the bytes of a number lie: little-endian, big-endian, or no matter (one byte, bytes, void, object). Native order
 * is always resolved to one of the two.
 */
export type ByteOrder = "<" | ">" | "|";

/**
 * NumPy's kind letter: boolean, signed and unsigned integer, float, complex, bytes, text, void, datetime64, timedelta64,
 * object, and `T` for StringDType.
 */
export type Kind = "b" | "i" | "u" | "f" | "c" | "S" | "U" | "V" | "M" | "m" | "O" | "T";

/** Unit of a datetime64 or timedelta64: one step is `count` times `name`; `generic` has no unit. */
export interface DatetimeUnit {
	readonly name: DatetimeUnitName;
	readonly count: number;
}
export type DatetimeUnitName =
	| "Y"
	| "M"
	| "W"
	| "D"
	| "h"
	| "m"
	| "s"
	| "ms"
	| "us"
	| "ns"
	| "ps"
	| "fs"
	| "as"
	| "generic";

/** A NumPy dtype as plain, immutable data. `tag` tells the three apart; none of them holds a function. */
export type DType = ScalarDType | StructDType | SubarrayDType;

interface DTypeBase {
	/** Bytes one element occupies, padding included. */
	readonly itemsize: number;
	/** Bytes a C compiler would align it to; 1 for bytes, void and unaligned structs. */
	readonly alignment: number;
	/** Whether an element holds Python objects, itself or in a field. */
	readonly hasObject: boolean;
}

/** A dtype without fields or shape: `<f8`, `|S5`, `>M8[25s]`, `|V7`, `|O`. */
export interface ScalarDType<Value = unknown, Storage = TypedArray> extends DTypeBase, Typed<Value, Storage> {
	readonly tag: "scalar";
	readonly kind: Kind;
	/** `|` where order means nothing; for everything else `<` or `>`. */
	readonly byteOrder: ByteOrder;
	/** Present for the kinds `M` and `m` only. */
	readonly unit?: DatetimeUnit;
	/** For a void (`V`): what its bytes really are, where the caller said so. */
	readonly format?: "bfloat16";
	/** For a void (`V`): the type string that was given, where it names a type that is not known here. */
	readonly typeString?: string;
}

/** A dtype with named fields at byte offsets; they may leave gaps, overlap and go backwards. */
export interface StructDType<Fields extends FieldDTypes = FieldDTypes> extends DTypeBase {
	readonly tag: "struct";
	readonly kind: "V";
	/** Field names in their order, which an object's keys cannot keep (`"1"` sorts before `"a"`). */
	readonly names: readonly (keyof Fields & string)[];
	/** From name to field; a null-prototype object, since `__proto__` and `constructor` are real names. */
	readonly fields: { readonly [Name in keyof Fields]: StructField<Fields[Name]> };
	/** NumPy's `isalignedstruct`: made with `align=True`. */
	readonly isAligned: boolean;
	/** Whether the element type is `numpy.record`, as in a recarray. */
	readonly isRecord: boolean;
}

export interface StructField<D extends DType = DType> {
	readonly dtype: D;
	/** Byte offset of the field within the element. */
	readonly offset: number;
	/** A second name; `null` where NumPy was told that it is None, which only a descr and `==` tell from none at all. */
	readonly title?: string | null;
}
export type FieldDTypes = Readonly<Record<string, DType>>;

/** A fixed-shape block of a base dtype as one element; only a field keeps it, an array appends its shape. */
export interface SubarrayDType<Base extends DType = DType> extends DTypeBase {
	readonly tag: "subarray";
	/** Not necessarily a scalar: structs and, as NumPy allows, further subarrays occur. */
	readonly base: Base;
	readonly shape: readonly number[];
}

/** A complex number. */
export interface Complex {
	readonly re: number;
	readonly im: number;
}

// Only for the type checker: no object has this key. It carries what an element reads as through the dtype.
declare const typed: unique symbol;
interface Typed<Value, Storage> {
	readonly [typed]?: { readonly value: Value; readonly storage: Storage };
}

/** What `NDArray.get` gives for a dtype: `number` for `<f8`, `bigint` for `<i8`; `unknown` where it is not static. */
export type ElementOf<D extends DType> =
	D extends ScalarDType<infer Value, unknown>
		? Value
		: D extends StructDType<infer Fields>
			? { readonly [Name in keyof Fields]: ElementOf<Fields[Name]> }
			: unknown;

/** What `NDArray.toTypedArray` gives for a dtype. */
export type StorageOf<D extends DType> = D extends ScalarDType<unknown, infer Storage> ? Storage : TypedArray;

/** Names that `NDArray.field` takes for a dtype. */
export type FieldNameOf<D extends DType> = D extends StructDType<infer Fields> ? keyof Fields & string : string;

/** Dtype of what `NDArray.field` gives: for a subarray field its base, since the array takes the field's axes over. */
export type FieldDTypeOf<D extends DType, Name extends string> =
	D extends StructDType<infer Fields> ? (Name extends keyof Fields ? UnfoldedOf<Fields[Name]> : DType) : DType;

/** Dtype of the elements of an array made with a dtype: the axes of a subarray become axes of the array. */
export type UnfoldedOf<D extends DType> =
	D extends SubarrayDType<infer Base> ? (DType extends Base ? DType : UnfoldedOf<Base>) : D;

export type TypedArray =
	| Int8Array
	| Uint8Array
	| Int16Array
	| Uint16Array
	| Int32Array
	| Uint32Array
	| BigInt64Array
	| BigUint64Array
	| Float32Array
	| Float64Array;
