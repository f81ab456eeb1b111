import { believe } from "./believe.js";
import { parseDatetimeUnit } from "./datetime-unit.js";
import { parseForeignType } from "./foreign-type.js";
import { requireItemsize } from "./itemsize.js";
import { isSince, nativeOrder, type DTypeRules } from "./rules.js";
import { scalar } from "./scalar.js";
import { typeStringOf } from "./type-names.js";
import type { Kind, ScalarDType } from "./types.js";

/**
 * The dtype that NumPy's `dtype(text)` gives for one type: `<f8`, `i4`, `d`, `float64`, `|S5`, `>M8[25s]`.
 *
 * @throws {FormatError} `bad-dtype` where NumPy refuses the text.
 */
export function parseTypeString(text: string, rules: DTypeRules): ScalarDType {
	const [mark = ""] = /^[<>|=]?/.exec(text) ?? [];
	const code = text.slice(mark.length);
	const byteOrder = mark === "<" || mark === ">" ? mark : nativeOrder(rules);
	const [, isDelta, unit] = /^(?:M8|datetime64|(m8|timedelta64))(.*)$/s.exec(code) ?? [];
	if (unit !== undefined) {
		return scalar({ kind: isDelta ? "m" : "M", itemsize: 8, byteOrder, unit: parseDatetimeUnit(unit) });
	}
	if (code === "T" && isSince(rules, 2, 0)) return scalar({ kind: "T", itemsize: 16, byteOrder });
	const [kind, size] = sizedKind(code, rules) ?? sizedKind(typeStringOf(code, mark, rules) ?? "", rules) ?? [];
	if (kind === undefined || size === undefined) return parseForeignType(text, byteOrder, rules);
	const itemsize = kind === "U" ? size * 4 : kind === "O" ? 8 : size;
	requireItemsize(itemsize);
	return scalar({
		kind,
		itemsize,
		byteOrder,
		...("Mm".includes(kind) && { unit: parseDatetimeUnit("") }),
		...(kind === "c" && !isSince(rules, 1, 16) && { alignment: Math.min(itemsize, 16) }),
	});
}

/** Kinds with the sizes in bytes that they may have, each between blanks; bytes, text and voids have any, text in code points. */
const SIZED = " b1 i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16 O4 O8 M8 m8 ";

/** A kind letter and a size. C's `strtol` reads the size, so it may follow blanks and carry a sign. */
function sizedKind(code: string, rules: DTypeRules): readonly [kind: Kind, size: number] | undefined {
	const [, letter = "", digits] = /^([a-zA-Z])[ \t-\r]*([+-]?\d+)$/.exec(code) ?? [];
	const kind = letter === "a" && !isSince(rules, 2, 5) ? "S" : letter;
	// Plus zero: of "-0" too the size is 0.
	const size = Number(digits) + 0;
	// Where C's long double is a double, there is no float of 16 bytes.
	const sized = rules.platform === "llp64" ? SIZED : `${SIZED}f16 c32 `;
	const isKnown = /^[SUV]$/.test(kind) ? size >= 0 : sized.includes(` ${kind}${size} `);
	return isKnown ? [believe<Kind>(kind), size] : undefined;
}
