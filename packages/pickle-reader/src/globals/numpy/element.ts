import { orRefuse, refuseUnsafe } from "../../refuse.js";
import type { DType, NDArray, StructDType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { believe } from "../../values/believe.js";
import { hasKind } from "../../values/records.js";
import { isArray, isTuple } from "../../values/sequences.js";
import { someBytes } from "../checks.js";
import { countOf } from "./dtype-size.js";
import { dateCount } from "./date-count.js";

/**
 * Stores a Python value as an element of an array with one axis: what NumPy's `setitem` does with what its `getitem` gave. Needed
 * for structs that hold objects, since they are pickled as lists of tuples, and for `array.array`.
 */
export function setElement(array: NDArray, index: number, value: unknown, machine: Machine): void {
	orRefuse(() => array.set(index, toElement(value, array.dtype, machine)));
}

/** The value in the form that `NDArray.set` takes, if it has one. */
function toElement(value: unknown, dtype: DType, machine: Machine): unknown {
	// A field of objects holds the value itself, whatever it is.
	if (dtype.tag === "scalar" && dtype.hasObject) return value;
	const array = hasKind(value, "scalar") && "array" in value ? value.array : value;
	if (isArray(array)) {
		machine.spendBytes(array.size * countOf(array.dtype, machine) * 4);
		return array.toList();
	}
	if (dtype.tag === "struct") return toRecord(value, dtype, machine);
	if (dtype.tag === "subarray") return value;
	if (/[SV]/.test(dtype.kind)) return someBytes(value, machine);
	return /[Mm]/.test(dtype.kind) ? dateCount(value, dtype) : value;
}

function toRecord(value: unknown, { names, fields }: StructDType, machine: Machine): unknown {
	if (!isTuple(value) || value.length !== names.length) {
		return refuseUnsafe(`${names.length} parts`, value);
	}
	machine.spendBytes(names.length);
	const record = believe<Record<string, unknown>>(Object.create(null));
	for (const [index, name] of names.entries()) {
		const field = fields[name];
		if (field !== undefined) record[name] = toElement(value[index], field.dtype, machine);
	}
	return record;
}
