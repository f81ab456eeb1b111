import { refuse } from "../../refuse.js";
import { NDArray } from "@ndwire/core";
import type { PyArray } from "../../values/types.js";
import type { GlobalBuilder } from "../builder.js";
import { aGlobal, aList, aName, aNumber, refusePart, someBytes, takes, type Check } from "../checks.js";
import { dtypeOfCode } from "../numpy/dtype-code.js";
import { setElement } from "../numpy/element.js";
import { contiguous, viewOrCopy } from "../numpy/layout.js";

/** The machine formats of `array`, by their number, as codes of dtypes; all but the first two in both byte orders. */
const FORMATS: readonly string[] = "u1 i1 u2 u2 i2 i2 u4 u4 i4 i4 u8 u8 i8 i8 f4 f4 f8 f8 utf16 utf16 U1 U1".split(" ");

/** Type codes, and the codes of their dtypes where the machine format is not said: those of 64-bit Linux. */
const TYPECODES = "bBuwhHiIlLqQfd";
const DTYPES: readonly string[] = "i1 u1 U1 U1 i2 u2 i4 u4 i8 u8 i8 u8 f4 f8".split(" ");

const aTypecode: Check<string> = (machine, value) => {
	const typecode = aName(machine, value);
	if (typecode.length === 1 && TYPECODES.includes(typecode)) return typecode;
	return refusePart(machine, "a typecode", value);
};

/** The items of a list; text is a list of characters. */
const someItems: Check<readonly unknown[]> = (machine, value = []) =>
	aList(machine, typeof value === "string" ? Array.from(value) : value);

/** `array(typecode, [...])`, as below protocol 3. */
export const buildArrayOfList: GlobalBuilder = /* @__PURE__ */ takes(
	[aTypecode, someItems],
	(machine, typecode, items): PyArray => {
		const type = dtypeOfCode(DTYPES[TYPECODES.indexOf(typecode)] ?? "");
		const buffer = new ArrayBuffer(items.length * type.itemsize);
		const values = new NDArray({ dtype: type, shape: [items.length], buffer });
		for (const [index, item] of items.entries()) setElement(machine, values, index, item);
		return { kind: "array", typecode, values };
	},
);

/** `array._array_reconstructor(array, typecode, machine format, bytes)` */
export const buildArray: GlobalBuilder = /* @__PURE__ */ takes(
	[aGlobal, aTypecode, aNumber(0, FORMATS.length - 1), someBytes],
	(machine, _class, typecode, number, bytes): PyArray => {
		const format = FORMATS[number] ?? "";
		if (format === "utf16") refuse(machine, "bad-dtype", "text as UTF-32", "UTF-16");
		const type = dtypeOfCode(format, number % 2 === 1 ? ">" : "<");
		const layout = contiguous(machine, type, [Math.floor(bytes.length / type.itemsize)], "C");
		return { kind: "array", typecode, values: new NDArray(viewOrCopy(machine, bytes, layout)) };
	},
);
