import { dtype, dtypeEqual, formatDtype, newByteOrder, type DType, type DTypeSpec, type FieldSpec } from "@ndwire/core";
import { refusal } from "./refusal.js";

/** The dtype that an array is expected to have, apart from its byte order. A literal one tells the compiler what elements are. */
export interface ExpectedDtype<Spec extends DTypeSpec = DTypeSpec> {
	readonly dtype: Spec | readonly FieldSpec[];
}

/**
 * Lets an array pass that is what was expected.
 *
 * @throws {FormatError} `bad-dtype` for another one.
 */
export function refuseUnexpected(found: DType, { dtype: spec }: Partial<ExpectedDtype>): void {
	if (spec === undefined) return;
	const expected = dtype(spec);
	if (dtypeEqual(newByteOrder(found, "<"), newByteOrder(expected, "<"))) return;
	throw refusal("bad-dtype", formatDtype(expected, "text"), formatDtype(found, "text"));
}
