import { FormatError, type DType, type ScalarDType, type StructDType } from "@ndwire/core";
import { latin1ToBytes } from "../../reading/latin1.js";
import type { Machine } from "../../machine/machine.js";
import { hasKind } from "../../values/records.js";
import { believe } from "../../values/believe.js";
import { isArray, isTuple } from "../../values/sequences.js";
import { badArgument } from "../arguments.js";
import { dateCount } from "./date-count.js";

/**
 * The element of an array that a Python value is, in the form that `NDArray.set` takes: what NumPy's `setitem` does with
 * what its `getitem` gave. Needed for structs that hold objects alone, since they are pickled as lists of tuples.
 */
export function toElement(machine: Machine, dtype: DType, value: unknown): unknown {
	if (hasKind(value, "scalar") && "array" in value && isArray(value.array)) return value.array.get();
	switch (dtype.tag) {
		case "scalar":
			return toScalar(machine, dtype, value);
		case "struct":
			return toRecord(machine, dtype, value);
		case "subarray":
			if (isArray(value)) return value.toList();
			throw badArgument(machine, "an array as field", value);
		default:
			return dtype satisfies never;
	}
}

function toRecord(machine: Machine, dtype: StructDType, value: unknown): unknown {
	if (isArray(value) && value.shape.length === 0) return value.get();
	if (!isTuple(value) || value.length !== dtype.names.length) {
		throw badArgument(machine, `a tuple of ${dtype.names.length} fields`, value);
	}
	const record = believe<Record<string, unknown>>(Object.create(null));
	for (const [index, name] of dtype.names.entries()) {
		const field = dtype.fields[name];
		if (field !== undefined) record[name] = toElement(machine, field.dtype, value[index]);
	}
	return record;
}

function toScalar(machine: Machine, dtype: ScalarDType, value: unknown): unknown {
	const isNumber = typeof value === "number" || typeof value === "bigint" || typeof value === "boolean";
	switch (dtype.kind) {
		case "O":
		case "T":
			return value;
		case "b":
			if (isNumber) return Boolean(value);
			break;
		case "i":
		case "u":
			if (isNumber) return fitting(machine, dtype, BigInt(value));
			break;
		case "f":
			if (isNumber) return Number(value);
			break;
		case "c":
			if (hasKind(value, "complex")) return value;
			if (isNumber) return { re: Number(value), im: 0 };
			break;
		case "S":
		case "V":
			if (value instanceof Uint8Array && value.length <= dtype.itemsize) return value;
			if (typeof value === "string" && value.length <= dtype.itemsize)
				return latin1ToBytes(value, new Uint8Array(value.length));
			break;
		case "U":
			if (typeof value === "string" && value.length * 4 <= dtype.itemsize * 2) return value;
			break;
		case "M":
		case "m":
			return fitting(machine, { ...dtype, kind: "i" }, dateCount(machine, dtype, value));
	}
	throw badArgument(machine, `an element of kind ${dtype.kind}`, value);
}

function fitting(machine: Machine, { kind, itemsize }: ScalarDType, integer: bigint): bigint {
	const bits = itemsize * 8;
	if (integer === (kind === "u" ? BigInt.asUintN(bits, integer) : BigInt.asIntN(bits, integer))) return integer;
	throw new FormatError({
		code: "overflow",
		format: "pickle",
		offset: machine.opcodeOffset,
		expected: `an integer of ${bits} bits`,
		found: `${integer}`,
	});
}
