import { parseDtype } from "../src/nv1/parse-dtype.js";
import { countOf } from "../src/nv1/layout.js";
import { readBytes, writeBytes } from "../src/protocol/bytes.js";
import { parseJson } from "../src/protocol/json.js";
import type { DT, FieldDT, Nv1 } from "../src/protocol/messages.js";
import { mutant, type Mutant } from "./mutant.js";

export const dropsOffsets: Mutant = mutant({
	about: "takes the fields of a structure to follow one another without gaps",
	profile: "npy-core",
	decoded: (array) => ("items" in array.data ? array : packed(array)),
});

/** The same memory read with the packed dtype: what is behind its end is cut off. */
function packed(array: Nv1): Nv1 {
	if ("items" in array.data) return array;
	const dtype = packDtype(array.dtype);
	const size = countOf(array.shape) * sizeOf(dtype);
	return { ...array, dtype, data: writeBytes(readBytes(array.data).subarray(0, size)) };
}

function packDtype(dtype: DT): DT {
	if (typeof dtype === "string") return dtype;
	if ("base" in dtype) return { ...dtype, base: packDtype(dtype.base) };
	let offset = 0;
	const fields = dtype.fields.map((field): FieldDT => {
		const packedField = { ...field, type: packDtype(field.type), offset };
		offset += sizeOf(packedField.type) * countOf(field.shape ?? []);
		return packedField;
	});
	return { ...dtype, fields, itemsize: offset };
}

function sizeOf(dtype: DT): number {
	return parseDtype(parseJson(JSON.stringify(dtype))).itemsize;
}
