import { dtype, formatDtype, type DType, type DTypeSpec, type StructDType } from "@ndwire/core";
import type { DT, FieldDT, StructDT } from "../../src/protocol/messages.js";

/** The dtype that a DT of the protocol names. */
export function readDtype(dt: DT): DType {
	return dtype(specOf(dt));
}

/** A dtype as a DT of the protocol. */
export function writeDtype(type: DType): DT {
	switch (type.tag) {
		case "scalar":
			// The text of a StringDType is objects to the protocol, which has no letter for it.
			return type.kind === "T" ? "|O" : formatDtype(type, "str");
		case "subarray":
			return { base: writeDtype(type.base), shape: type.shape };
		case "struct":
			return writeStruct(type);
	}
}

/** Parts are given as finished dtypes: NumPy, and so `dtype`, would hand `aligned` down to parts that are still specs. */
function specOf(dt: DT): DTypeSpec {
	if (typeof dt === "string") return dt;
	if ("base" in dt) return [readDtype(dt.base), dt.shape];
	const { itemsize, align = false, fields } = dt;
	return {
		names: fields.map(({ name }) => name),
		formats: fields.map(({ type, shape }) => (shape === undefined ? readDtype(type) : [readDtype(type), shape])),
		offsets: fields.map(({ offset }) => offset),
		titles: fields.map(({ title }) => title ?? null),
		itemsize,
		aligned: align,
	};
}

function writeStruct(type: StructDType): StructDT {
	return { itemsize: type.itemsize, align: type.isAligned, fields: type.names.map((name) => writeField(type, name)) };
}

function writeField({ fields }: StructDType, name: string): FieldDT {
	const field = fields[name];
	if (field === undefined) throw new Error(`the dtype names a field ${JSON.stringify(name)} that it does not have`);
	const { dtype: type, offset, title } = field;
	return {
		name,
		...(typeof title === "string" ? { title } : {}),
		offset,
		...(type.tag === "subarray" ? { type: writeDtype(type.base), shape: type.shape } : { type: writeDtype(type) }),
	};
}
