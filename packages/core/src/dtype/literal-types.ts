import type { ScalarOf } from "./scalar-types.js";
import type { DTypeSpec, FieldName, FieldSpec, FieldsSpec, ShapeSpec } from "./spec.js";
import type { DType, FieldDTypes, StructDType, SubarrayDType } from "./types.js";

/**
 * The static dtype of a literal spec: `"<f8"` gives numbers and a Float64Array, `[["id", "<i4"]]` records with a number
 * `id`. Two levels of structs are told; what is deeper, and whatever only the run time knows, is any dtype.
 */
export type DTypeOf<Spec extends DTypeSpec, Depth extends keyof Shallower = 2> = Spec extends DType
	? Spec
	: Spec extends string
		? OrAny<ScalarOf<Spec>>
		: Spec extends readonly [infer Base extends DTypeSpec, ShapeSpec]
			? SubarrayDType<DTypeOf<Base, Depth>>
			: Depth extends 0
				? StructDType
				: Spec extends readonly FieldSpec[]
					? StructDType<ListedFields<Spec, Shallower[Depth]>>
					: Spec extends FieldsSpec
						? StructDType<DictFields<Spec, Shallower[Depth]>>
						: DType;

type OrAny<D extends DType | undefined> = D extends DType ? D : DType;

/** One level of structs fewer. */
interface Shallower {
	readonly 2: 1;
	readonly 1: 0;
	readonly 0: 0;
}

/** A field without a name is called by its place, which the types do not count. */
type ListedFields<Fields extends readonly FieldSpec[], Depth extends keyof Shallower> =
	"" extends NameOf<Fields[number][0]>
		? FieldDTypes
		: { readonly [Field in Fields[number] as NameOf<Field[0]>]: FieldDTypeOf<Field, Depth> };

type NameOf<Name extends FieldName> = Name extends readonly [string | null, infer Second extends string]
	? Second
	: Extract<Name, string>;

type FieldDTypeOf<Field extends FieldSpec, Depth extends keyof Shallower> = Field extends readonly [
	FieldName,
	infer Spec extends DTypeSpec,
	infer Shape extends ShapeSpec,
]
	? Shape extends readonly []
		? DTypeOf<Spec, Depth>
		: SubarrayDType<DTypeOf<Spec, Depth>>
	: DTypeOf<Field[1], Depth>;

type DictFields<Spec extends FieldsSpec, Depth extends keyof Shallower> = {
	readonly [Index in keyof Spec["names"] & `${number}` as Extract<Spec["names"][Index], string>]: FormatAt<
		Spec["formats"],
		Index,
		Depth
	>;
};

type FormatAt<Formats extends readonly DTypeSpec[], Index, Depth extends keyof Shallower> = Index extends keyof Formats
	? DTypeOf<Extract<Formats[Index], DTypeSpec>, Depth>
	: DType;
