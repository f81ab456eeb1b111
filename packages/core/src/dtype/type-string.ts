import { parseDatetimeUnit } from "./datetime-unit.js";
import { parseForeignType } from "./foreign-type.js";
import { isSince, type DTypeRules } from "./rules.js";
import { requireItemsize } from "./itemsize.js";
import { scalar } from "./scalar.js";
import { typeStringOfCharacter, typeStringOfName } from "./type-names.js";
import type { Kind, ScalarDType } from "./types.js";

/**
 * The dtype that NumPy's `dtype(text)` gives for one type: `<f8`, `i4`, `d`, `float64`, `|S5`, `>M8[25s]`.
 *
 * @throws {FormatError} `bad-dtype` where NumPy refuses the text.
 */
export function parseTypeString(text: string, rules: DTypeRules): ScalarDType {
	const mark = /^[<>|=]/.exec(text)?.[0] ?? "";
	const code = text.slice(mark.length);
	const byteOrder = mark === "<" || mark === ">" ? mark : (rules.byteOrder ?? "<");
	const datetime = /^(?:M8|datetime64|(m8|timedelta64))(.*)$/s.exec(code);
	if (datetime !== null) {
		const unit = parseDatetimeUnit(datetime[2] ?? "");
		return scalar({ kind: datetime[1] === undefined ? "M" : "m", itemsize: 8, byteOrder, unit });
	}
	if (code === "T" && isSince(rules, [2, 0])) return scalar({ kind: "T", itemsize: 16, byteOrder });
	const [kind, size] = parseSizedKind(typeStringOf(code, mark, rules) ?? code, rules) ?? [];
	if (kind === undefined || size === undefined) return parseForeignType(text, byteOrder, rules);
	const itemsize = kind === "U" ? size * 4 : size;
	requireItemsize(itemsize);
	const alignment = kind === "c" && !isSince(rules, [1, 16]) ? Math.min(itemsize, 16) : undefined;
	return scalar({
		kind,
		itemsize: kind === "O" ? 8 : itemsize,
		byteOrder,
		...((kind === "M" || kind === "m") && { unit: parseDatetimeUnit("") }),
		...(alignment !== undefined && { alignment }),
	});
}

/** What a character or a name stands for; names take no byte-order mark. */
function typeStringOf(code: string, mark: string, rules: DTypeRules): string | undefined {
	const found = code.length === 1 ? typeStringOfCharacter(code, rules) : undefined;
	return found ?? (mark === "" ? typeStringOfName(code, rules) : undefined);
}

/** Sizes in bytes (for `U` in code points) that each kind may have; where there is no list, any. */
const SIZES = {
	b: [1],
	i: [1, 2, 4, 8],
	u: [1, 2, 4, 8],
	f: [2, 4, 8, 16],
	c: [8, 16, 32],
	O: [4, 8],
	M: [8],
	m: [8],
	T: [],
	S: undefined,
	U: undefined,
	V: undefined,
} as const satisfies Record<Kind, readonly number[] | undefined>;

/** A kind letter and a size. C's `strtol` reads the size, so it may follow blanks and carry a sign. */
function parseSizedKind(code: string, rules: DTypeRules): readonly [kind: Kind, size: number] | undefined {
	const match = /^([a-zA-Z])[ \t-\r]*([+-]?\d+)$/.exec(code);
	const letter = match?.[1] === "a" && !isSince(rules, [2, 5]) ? "S" : match?.[1];
	// Plus zero: of "-0" too the size is 0.
	const size = Number(match?.[2]) + 0;
	if (letter === undefined || !isKind(letter) || !(size >= 0)) return undefined;
	const sizes: readonly number[] | undefined = SIZES[letter];
	// Where C's long double is a double, there is no float of 16 bytes.
	const isTooLong = rules.platform === "llp64" && ((letter === "f" && size > 8) || (letter === "c" && size > 16));
	return (sizes?.includes(size) ?? true) && !isTooLong ? [letter, size] : undefined;
}

function isKind(letter: string): letter is Kind {
	return Object.hasOwn(SIZES, letter);
}
