import { nullRecord } from "./null-record.js";
import { fieldOf, structOf } from "./struct.js";
import type { DType, StructField } from "./types.js";

/** The same dtype with its numbers in the given order, those of fields and subarrays too, as `dtype.newbyteorder`. */
export function newByteOrder(dtype: DType, byteOrder: "<" | ">"): DType {
	switch (dtype.tag) {
		case "scalar":
			return dtype.byteOrder === "|" || dtype.byteOrder === byteOrder ? dtype : { ...dtype, byteOrder };
		case "subarray":
			return { ...dtype, base: newByteOrder(dtype.base, byteOrder) };
		case "struct": {
			const fields = nullRecord<StructField>();
			for (const name of dtype.names) {
				const field = fieldOf(dtype, name);
				fields[name] = { ...field, dtype: newByteOrder(field.dtype, byteOrder) };
			}
			return structOf(dtype.names, fields, dtype);
		}
		default:
			return dtype satisfies never;
	}
}
