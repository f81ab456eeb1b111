import type { ScalarDType } from "@ndwire/core";
import { BoolColumn } from "./bool-column.js";
import type { Column, ColumnRules } from "./column.js";
import { FloatColumn } from "./float-column.js";
import { IntegerColumn } from "./integer-column.js";
import { TextColumn } from "./text-column.js";
import { WideIntegerColumn } from "./wide-integer-column.js";

/** A column for elements of a dtype; undefined where numbers, booleans and text do not make one. */
export function columnOf(dtype: ScalarDType, rules: ColumnRules): Column | undefined {
	const { kind, itemsize, format } = dtype;
	if (kind === "b") return new BoolColumn(dtype);
	if (kind === "U") return new TextColumn(dtype);
	if (kind === "M" || kind === "m") return new WideIntegerColumn(dtype);
	if (kind === "i" || kind === "u") return itemsize === 8 ? new WideIntegerColumn(dtype) : new IntegerColumn(dtype);
	if ((kind === "f" && itemsize <= 8) || format === "bfloat16") return new FloatColumn(dtype, rules);
	return undefined;
}
