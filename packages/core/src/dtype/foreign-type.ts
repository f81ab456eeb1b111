import { badDtype } from "./dtype-error.js";
import type { DTypeRules } from "./rules.js";
import { scalar } from "./scalar.js";
import type { ScalarDType } from "./types.js";

/**
 * A type that NumPy itself does not have: bfloat16, which the library ml_dtypes adds under that name, and where the rules
 * say so any other as bytes of the size that its type string ends with.
 *
 * @throws {FormatError} `bad-dtype` for everything else.
 */
export function parseForeignType(text: string, byteOrder: "<" | ">", rules: DTypeRules): ScalarDType {
	const bytes = (itemsize: number): ScalarDType => scalar({ kind: "V", itemsize, byteOrder });
	if (text === "bfloat16") return { ...bytes(2), byteOrder, alignment: 2, format: text };
	const [, size] = (rules.unknown && /^[<>|=]?[a-zA-Z]+(\d{1,9})$/.exec(text)) ?? [];
	if (size === undefined) throw badDtype('a type string such as "<f8"', JSON.stringify(text));
	return { ...bytes(Number(size)), typeString: text };
}
