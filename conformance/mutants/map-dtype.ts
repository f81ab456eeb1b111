import type { DT, StructDT } from "../src/protocol/messages.js";

/** A dtype with every type string in it replaced, also inside structures and subarrays. */
export function mapTypeStrings(dtype: DT, replace: (text: string) => string): DT {
	if (typeof dtype === "string") return replace(dtype);
	if ("base" in dtype) return { ...dtype, base: mapTypeStrings(dtype.base, replace) };
	return mapFields(dtype, (field) => ({ ...field, type: mapTypeStrings(field.type, replace) }));
}

export function mapFields(
	dtype: StructDT,
	replace: (field: StructDT["fields"][number]) => StructDT["fields"][number],
): StructDT {
	return { ...dtype, fields: dtype.fields.map(replace) };
}
