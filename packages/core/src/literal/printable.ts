/**
 * `str.isprintable` of one character: not a control, format, surrogate, private or unassigned character, nor a
 * separator other than the space. Which characters are assigned follows the Unicode version of the JavaScript engine,
 * as in Python it follows that of the interpreter: newer characters than either knows are escaped.
 */
export function isPrintable(character: string): boolean {
	return character === " " || !/[\p{C}\p{Z}]/u.test(character);
}
