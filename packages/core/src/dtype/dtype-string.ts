import { isCommaString, parseCommaString } from "./comma-string.js";
import { badDtype } from "./dtype-error.js";
import { requireItemsize } from "./itemsize.js";
import { isSince, type DTypeRules } from "./rules.js";
import { struct, subarray } from "./struct.js";
import { parseTypeString } from "./type-string.js";
import type { DType, Kind } from "./types.js";

/** The dtype of a type string, or of several with commas between them, which become the fields `f0`, `f1`… */
export function parseDtypeString(text: string, rules: DTypeRules, isAligned: boolean): DType {
	if (!isCommaString(text)) return parseTypeString(text, rules);
	const { parts, hasComma } = parseCommaString(text, rules);
	const fields = parts.map(({ type, shape }, index) => ({
		name: `f${index}`,
		dtype: withShape(parseTypeString(type, rules), shape, rules),
	}));
	const [first, second] = fields;
	// Before 2.0 a comma behind a single type meant nothing.
	if (first && !second && !(hasComma && isSince(rules, 2, 0))) return first.dtype;
	return struct(fields, { isAligned });
}

/**
 * The dtype of the pair of a base and a shape (`_convert_from_tuple`): a subarray, or where the base has no size, that of
 * `shape` bytes or characters; without a shape the base. To NumPy a block of nothing has no size either, and can be given one that its shape denies.
 */
export function withShape(base: DType, shape: number | readonly number[] | undefined, rules: DTypeRules): DType {
	const isNew = isSince(rules, 2, 0);
	if (base.itemsize === 0 && base.tag !== "struct" && shape !== undefined) {
		const itemsize = typeof shape === "number" ? shape * (isScalar(base, "U") ? 4 : 1) : Number.NaN;
		requireItemsize(itemsize);
		return { ...base, itemsize };
	}
	const extents = typeof shape === "number" ? [shape] : (shape ?? []);
	if (extents.length === 0 || (shape === 1 && !isNew)) return base;
	if (isScalar(base, "T") && isSince(rules, 2, 5))
		throw badDtype("a base whose elements lie in the array", "StringDType");
	const maxRank = isNew ? 64 : 32;
	if (extents.length > maxRank) throw badDtype(`at most ${maxRank} dimensions`, `${extents.length}`);
	return subarray(base, extents);
}

/**
 * The dtype of the pair of a base and another dtype (`_try_convert_from_inherit_tuple`): the base with the fields of the
 * other, which has its size; where the base is bytes, text or void without a size, it takes that of the other.
 */
export function withOther(base: DType, other: DType): DType {
	const isPlain = base.tag === "scalar";
	const sized = isPlain && base.itemsize === 0 ? { ...base, itemsize: other.itemsize } : base;
	const isSplit = isScalar(base, "U") && other.itemsize % 4 !== 0;
	if (sized.itemsize !== other.itemsize || isSplit || base.hasObject || other.hasObject) {
		throw badDtype(`a dtype of ${base.itemsize} bytes without objects`, `one of ${other.itemsize} bytes`);
	}
	if (other.tag !== "struct") return sized;
	if (base.tag === "struct" || isScalar(base, "V")) return other;
	throw badDtype("a void to hold the fields of another dtype", `a ${base.tag} of another kind`);
}

function isScalar(dtype: DType, kind: Kind): boolean {
	return dtype.tag === "scalar" && dtype.kind === kind;
}
