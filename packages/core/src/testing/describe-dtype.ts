import { toDescr } from "../dtype/descr.js";
import { formatDtype, type DTypeForm } from "../dtype/format.js";
import type { DTypeRules } from "../dtype/rules.js";
import type { DType, StructDType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import { formatPythonLiteral } from "../literal/format.js";

/** A dtype in the words of python-fixtures/dtype_oracle.py, so that ours and NumPy's compare as plain data. */
export interface DTypeDescription extends LayoutDescription {
	readonly spelling: Readonly<Record<DTypeForm, string | null>>;
}

export interface LayoutDescription {
	readonly itemsize: number;
	readonly alignment: number;
	readonly hasObject: boolean;
	readonly kind?: string;
	readonly byteOrder?: string;
	readonly base?: LayoutDescription;
	readonly shape?: readonly number[];
	readonly fields?: readonly FieldDescription[];
	readonly isAligned?: boolean;
	readonly isRecord?: boolean;
}

interface FieldDescription {
	readonly name: string;
	readonly offset: number;
	readonly dtype: LayoutDescription;
	readonly title?: string | null;
}

/** Where its bytes lie, and how the NumPy of the rules spells it. */
export function describeDtype(dtype: DType, rules: DTypeRules = {}): DTypeDescription {
	return {
		...describeLayout(dtype),
		spelling: {
			str: formatDtype(dtype, "str", rules),
			text: formatDtype(dtype, "text", rules),
			repr: formatDtype(dtype, "repr", rules),
			name: formatDtype(dtype, "name", rules),
			descr: spellDescr(dtype, rules),
		},
	};
}

/** Where its bytes lie. */
export function describeLayout(dtype: DType): LayoutDescription {
	const { itemsize, alignment, hasObject } = dtype;
	const common = { itemsize, alignment, hasObject };
	switch (dtype.tag) {
		case "scalar":
			return { ...common, kind: dtype.kind, byteOrder: dtype.byteOrder };
		case "subarray":
			return { ...common, base: describeLayout(dtype.base), shape: dtype.shape };
		case "struct":
			return { ...common, fields: describeFields(dtype), isAligned: dtype.isAligned, isRecord: dtype.isRecord };
		default:
			return dtype satisfies never;
	}
}

function describeFields({ names, fields }: StructDType): FieldDescription[] {
	return names.map((name) => {
		const field = fields[name];
		if (field === undefined) throw new Error(`names has ${JSON.stringify(name)}, fields has not`);
		const { offset, dtype, title } = field;
		return { name, offset, dtype: describeLayout(dtype), ...(title !== undefined && { title }) };
	});
}

/** Null where there is no descr. */
function spellDescr(dtype: DType, rules: DTypeRules): string | null {
	try {
		return formatPythonLiteral(toDescr(dtype, rules));
	} catch (error) {
		if (error instanceof FormatError) return null;
		throw error;
	}
}
