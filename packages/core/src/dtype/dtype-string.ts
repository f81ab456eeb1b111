import { isCommaString, parseCommaString, type CommaPart } from "./comma-string.js";
import { badDtype } from "./dtype-error.js";
import { requireItemsize } from "./itemsize.js";
import { isSince, type DTypeRules } from "./rules.js";
import { struct, subarray } from "./struct.js";
import { parseTypeString } from "./type-string.js";
import type { DType } from "./types.js";

/** The dtype of a type string, or of several with commas between them, which become the fields `f0`, `f1`… */
export function parseDtypeString(text: string, rules: DTypeRules, isAligned: boolean): DType {
	if (!isCommaString(text)) return parseTypeString(text, rules);
	const { parts, hasComma } = parseCommaString(text, rules);
	const [first] = parts;
	// Before 2.0 a comma behind a single type meant nothing.
	if (first !== undefined && parts.length === 1 && !(hasComma && isSince(rules, [2, 0])))
		return partDtype(first, rules);
	return struct(
		parts.map((part, index) => ({ name: `f${index}`, dtype: partDtype(part, rules) })),
		{ isAligned },
	);
}

function partDtype({ type, shape }: CommaPart, rules: DTypeRules): DType {
	return withShape(parseTypeString(type, rules), shape, rules);
}

/**
 * The dtype of the pair of a base and a shape (`_convert_from_tuple`): a subarray, or where the base has no size, that of
 * `shape` bytes or characters; without a shape the base. To NumPy a block of nothing has no size either, and can be given one that its shape denies.
 */
export function withShape(base: DType, shape: number | readonly number[] | undefined, rules: DTypeRules): DType {
	if (shape === undefined) return base;
	if (base.itemsize === 0 && base.tag !== "struct") {
		const isText = base.tag === "scalar" && base.kind === "U";
		const itemsize = typeof shape === "number" ? shape * (isText ? 4 : 1) : Number.NaN;
		requireItemsize(itemsize);
		return { ...base, itemsize };
	}
	const isEmpty = typeof shape !== "number" && shape.length === 0;
	if (!isEmpty && base.tag === "scalar" && base.kind === "T" && isSince(rules, [2, 5])) {
		throw badDtype("a base whose elements lie in the array", "StringDType");
	}
	if (typeof shape === "number") return shape === 1 && !isSince(rules, [2, 0]) ? base : subarray(base, [shape]);
	const maxRank = isSince(rules, [2, 0]) ? 64 : 32;
	if (shape.length > maxRank) throw badDtype(`at most ${maxRank} dimensions`, `${shape.length}`);
	return isEmpty ? base : subarray(base, shape);
}

/**
 * The dtype of the pair of a base and another dtype (`_try_convert_from_inherit_tuple`): the base with the fields of the
 * other, which has its size; where the base is bytes, text or void without a size, it takes that of the other.
 */
export function withOther(base: DType, other: DType): DType {
	const isScalar = base.tag === "scalar";
	const sized = isScalar && base.itemsize === 0 ? { ...base, itemsize: other.itemsize } : base;
	const isSplit = isScalar && base.kind === "U" && other.itemsize % 4 !== 0;
	if (sized.itemsize !== other.itemsize || isSplit || base.hasObject || other.hasObject) {
		throw badDtype(`a dtype of ${base.itemsize} bytes without objects`, `one of ${other.itemsize} bytes`);
	}
	if (other.tag !== "struct") return sized;
	if (base.tag === "struct" || (isScalar && base.kind === "V")) return other;
	throw badDtype("a void to hold the fields of another dtype", `a ${base.tag} of another kind`);
}
