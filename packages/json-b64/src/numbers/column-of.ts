import { formatDtype, type DType, type ScalarDType } from "@ndwire/core";
import { refusal } from "../refusal.js";
import { BoolColumn } from "./bool-column.js";
import type { Column, ColumnRules } from "./column.js";
import { ComplexColumn, partDtype } from "./complex-column.js";
import { DateColumn } from "./date-column.js";
import { FloatColumn } from "./float-column.js";
import { IntegerColumn } from "./integer-column.js";
import { LongDoubleColumn } from "./long-double-column.js";
import { TextColumn } from "./text-column.js";
import { WideIntegerColumn } from "./wide-integer-column.js";

/**
 * A column for elements of a dtype.
 *
 * @throws {FormatError} `bad-dtype` for voids, which no JSON spells, and `unsafe-object` for objects.
 */
export function columnOf(dtype: ScalarDType, rules: ColumnRules): Column {
	const { kind, itemsize, format } = dtype;
	switch (kind) {
		case "b":
			return new BoolColumn(dtype);
		case "i":
		case "u":
			return itemsize === 8 ? new WideIntegerColumn(dtype) : new IntegerColumn(dtype);
		case "m":
			return new WideIntegerColumn(dtype);
		case "M":
			return new DateColumn(dtype);
		case "f":
			return itemsize > 8 ? new LongDoubleColumn(dtype, rules) : new FloatColumn(dtype, rules);
		case "c":
			return new ComplexColumn(dtype, columnOf(partDtype(dtype), rules));
		case "S":
		case "U":
			return new TextColumn(dtype);
		default:
			if (format === "bfloat16") return new FloatColumn(dtype, rules);
			throw unspellable(dtype);
	}
}

/** The refusal of a dtype whose elements no JSON spells. */
export function unspellable(dtype: DType): Error {
	const expected = dtype.hasObject
		? "a dtype without objects, which JSON does not tell from other values"
		: "a dtype that numbers and text spell, not bare bytes (json-numpy and triple-list carry them)";
	return refusal(dtype.hasObject ? "unsafe-object" : "bad-dtype", expected, formatDtype(dtype, "text"));
}
