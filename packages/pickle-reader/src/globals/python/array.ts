import { refuseUnsafe } from "../../refuse.js";
import { NDArray } from "@ndwire/core";
import type { PyArray } from "../../values/types.js";
import type { GlobalBuilder } from "../builder.js";
import { aGlobal, aList, aName, aNumber, someBytes, takes, type Check } from "../checks.js";
import { arrayOfList } from "../numpy/array-of-list.js";
import { dtypeOfCode } from "../numpy/dtype-code.js";
import { contiguous, viewOrCopy } from "../numpy/layout.js";

/**
 * The machine formats of `array`, by their number, as the type codes that are of these on 64-bit Linux; all but the first two in both
 * byte orders. UTF-16 is none of ours.
 */
const FORMATS = "BbHHhhIIiiLLllffdd  ww";

/** Type codes with the codes of their dtypes where the machine format is not said: those of 64-bit Linux. */
const TYPECODES: readonly string[] = "bi1 Bu1 uU1 wU1 hi2 Hu2 ii4 Iu4 li8 Lu8 qi8 Qu8 ff4 df8".split(" ");

/** A type code, with the code of its dtype. */
const aTypecode: Check<readonly [typecode: string, code: string]> = (value, machine) => {
	const typecode = aName(value, machine);
	const row = TYPECODES.find(([first]) => first === typecode) ?? refuseUnsafe("a typecode", value);
	return [typecode, row.slice(1)];
};

/** The items of a list; text is a list of characters. */
const someItems: Check<readonly unknown[]> = (value = [], machine) =>
	aList(typeof value === "string" ? Array.from(value) : value, machine);

/** `array(typecode, [...])`, as below protocol 3. */
export const buildArrayOfList: GlobalBuilder = /* @__PURE__ */ takes(
	[aTypecode, someItems],
	([typecode, code], items, machine): PyArray => {
		const layout = contiguous(dtypeOfCode(code), [items.length], "C");
		return { kind: "array", typecode, values: new NDArray(arrayOfList(items, layout, machine)) };
	},
);

/** `array._array_reconstructor(array, typecode, machine format, bytes)` */
export const buildArray: GlobalBuilder = /* @__PURE__ */ takes(
	[aGlobal, aTypecode, aNumber(0, FORMATS.length - 1), someBytes],
	(_class, [typecode], number, bytes, machine): PyArray => {
		const [, code] = aTypecode(FORMATS[number], machine);
		const type = dtypeOfCode(code, number % 2 === 1 ? ">" : "<");
		const layout = contiguous(type, [Math.floor(bytes.length / type.itemsize)], "C");
		return { kind: "array", typecode, values: new NDArray(viewOrCopy(bytes, layout, machine)) };
	},
);
