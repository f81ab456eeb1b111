import { dtype, zeros, type DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { isGlobal } from "../../values/records.js";
import type { PyArray } from "../../values/types.js";
import { badArgument, requireBytes, requireCount, requireInteger, requireName } from "../arguments.js";
import { isList } from "../../values/sequences.js";
import { toElement } from "../numpy/element.js";
import { viewOrCopy } from "../numpy/view-or-copy.js";

/** The machine formats of `array`, by their number, as dtypes. */
const FORMATS: readonly string[] =
	"|u1 |i1 <u2 >u2 <i2 >i2 <u4 >u4 <i4 >i4 <u8 >u8 <i8 >i8 <f4 >f4 <f8 >f8 utf16 utf16 <U1 >U1".split(" ");

/** Dtypes of type codes where the machine format is not said: those of 64-bit Linux. */
const DTYPES: Readonly<Record<string, string>> = {
	b: "|i1",
	B: "|u1",
	u: "<U1",
	w: "<U1",
	h: "<i2",
	H: "<u2",
	i: "<i4",
	I: "<u4",
	l: "<i8",
	L: "<u8",
	q: "<i8",
	Q: "<u8",
	f: "<f4",
	d: "<f8",
};

/** `array(typecode, [...])`, as below protocol 3. */
export function buildArrayOfList(machine: Machine, args: readonly unknown[]): PyArray {
	requireCount(machine, args, 1, 2);
	const [typecode, type] = requireTypecode(machine, args[0]);
	const items = typeof args[1] === "string" ? Array.from(args[1]) : (args[1] ?? []);
	if (!isList(items)) throw badArgument(machine, "a list of items", items);
	machine.spendBytes(items.length * type.itemsize);
	const values = zeros([items.length], { dtype: type });
	for (const [index, item] of items.entries()) values.set(index, toElement(machine, type, item));
	return { kind: "array", typecode, values };
}

/** `array._array_reconstructor(array, typecode, machine format, bytes)` */
export function buildArray(machine: Machine, args: readonly unknown[]): PyArray {
	requireCount(machine, args, 4);
	const [arrayClass, code, formatValue, data] = args;
	if (!isGlobal(arrayClass)) throw badArgument(machine, "the class array", arrayClass);
	const [typecode] = requireTypecode(machine, code);
	const format = FORMATS[requireInteger(machine, formatValue, "machine format", 0, FORMATS.length - 1)] ?? "";
	if (format === "utf16") throw machine.refusal("bad-dtype", "text as UTF-32", "UTF-16");
	const bytes = requireBytes(machine, data, "data of an array");
	const type = dtype(format);
	const size = Math.floor(bytes.length / type.itemsize);
	const layout = { dtype: type, shape: [size], strides: [type.itemsize] };
	return { kind: "array", typecode, values: viewOrCopy(machine, bytes, layout, size) };
}

function requireTypecode(machine: Machine, value: unknown): readonly [typecode: string, type: DType] {
	const typecode = requireName(machine, value, "typecode");
	const type = Object.hasOwn(DTYPES, typecode) ? DTYPES[typecode] : undefined;
	if (type === undefined) throw badArgument(machine, "a typecode", value);
	return [typecode, dtype(type)];
}
