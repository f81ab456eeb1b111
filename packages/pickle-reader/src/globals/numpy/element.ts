import type { DType, NDArray, ScalarDType, StructDType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { believe } from "../../values/believe.js";
import { hasKind } from "../../values/records.js";
import { isArray, isTuple } from "../../values/sequences.js";
import { badPart, someBytes } from "../checks.js";
import { dateCount } from "./date-count.js";

/**
 * Stores a Python value as an element: what NumPy's `setitem` does with what its `getitem` gave. Needed for structs that
 * hold objects alone, since they are pickled as lists of tuples, and for `array.array`.
 */
export function setElement(machine: Machine, array: NDArray, index: readonly number[], value: unknown): void {
	const element = toElement(machine, array.dtype, value);
	try {
		array.set(...index, element);
	} catch (cause) {
		// Core tells a value of another type from one that does not fit.
		if (cause instanceof RangeError) throw machine.refusal("overflow", "an element that fits its dtype", cause.message);
		if (cause instanceof TypeError) throw badPart(machine, "an element of its dtype", value);
		throw cause;
	}
}

/** The value in the form that `NDArray.set` takes, if it has one. */
function toElement(machine: Machine, dtype: DType, value: unknown): unknown {
	// A field of objects holds the value itself, whatever it is.
	if (dtype.tag === "scalar" && dtype.hasObject) return value;
	if (hasKind(value, "scalar") && "array" in value && isArray(value.array)) return value.array.get();
	if (dtype.tag === "struct") return toRecord(machine, dtype, value);
	if (dtype.tag === "scalar") return toScalar(machine, dtype, value);
	return isArray(value) ? value.toList() : value;
}

function toRecord(machine: Machine, { names, fields }: StructDType, value: unknown): unknown {
	if (isArray(value) && value.shape.length === 0) return value.get();
	if (!isTuple(value) || value.length !== names.length) {
		throw badPart(machine, `a tuple of ${names.length} fields`, value);
	}
	const record = believe<Record<string, unknown>>(Object.create(null));
	for (const [index, name] of names.entries()) {
		const field = fields[name];
		if (field !== undefined) record[name] = toElement(machine, field.dtype, value[index]);
	}
	return record;
}

function toScalar(machine: Machine, dtype: ScalarDType, value: unknown): unknown {
	const isNumber = typeof value === "number" || typeof value === "bigint" || typeof value === "boolean";
	switch (dtype.kind) {
		case "b":
			return isNumber ? Boolean(value) : value;
		case "f":
			return isNumber ? Number(value) : value;
		case "c":
			return isNumber ? { re: Number(value), im: 0 } : value;
		case "i":
		case "u":
			return typeof value === "boolean" ? Number(value) : value;
		case "S":
		case "V":
			return someBytes(machine, value);
		case "M":
		case "m":
			return dateCount(machine, dtype, value);
		default:
			return value;
	}
}
