import { badDtype } from "./dtype-error.js";
import { nativeOrder, type DTypeRules } from "./rules.js";

/** One part of a comma string: a type string and, where a repeat stands before it, a shape. */
export interface CommaPart {
	readonly type: string;
	readonly shape: number | readonly number[] | undefined;
}

/** Whether NumPy splits the text at commas rather than take it for one type (`_check_for_commastring`). */
export function isCommaString(text: string): boolean {
	// A comma inside brackets belongs to a type.
	return /^[<>|=]?(?:\d|\(\))/.test(text) || text.replaceAll(/\[[^\]]*\]/g, "").includes(",");
}

/**
 * The parts of `i4,(2,3)f8`, as `numpy._core._internal._commastring` finds them, and whether a comma was among them: without
 * one the only part stands for itself.
 */
export function parseCommaString(
	text: string,
	rules: DTypeRules,
): { readonly parts: readonly CommaPart[]; readonly hasComma: boolean } {
	const native = nativeOrder(rules);
	const parts: CommaPart[] = [];
	let hasComma = false;
	for (let rest = text; rest !== "";) {
		const [matched = "", before, repeat, behind, type, separator = ""] = PART.exec(rest) ?? [];
		const [first, second] = [before, behind].map((mark) => (mark === "=" ? native : mark));
		const shape = repeat ? parseRepeat(repeat) : undefined;
		if (type === undefined || shape === null || (first && second && first !== second)) {
			throw badDtype(`a type such as "i4" or "(2,3)f8" as part ${parts.length + 1}`, JSON.stringify(text));
		}
		rest = rest.slice(matched.length);
		hasComma ||= separator.includes(",");
		// NumPy drops the marks of native order, and so names may stand behind them.
		const order = second || first || "|";
		const marked = (order === "|" || order === native ? "" : order) + type;
		// It passes over a last part of nothing but such a mark.
		if (rest || marked || shape !== undefined) parts.push({ type: marked, shape });
	}
	return { parts, hasComma };
}

const PART = /^([<>|=]?)( *\(?[ ,0-9]*\)? *)([<>|=]?)([A-Za-z0-9.?]*(?:\[[a-zA-Z0-9,.]*\])?)(\s+$|\s*,\s*|$)/;

/** A repeat is a Python literal: `3`, `2,3`, `(2,3)`, `()`, `(2)`. Null where it is none. */
function parseRepeat(repeat: string): number | readonly number[] | null {
	const [, open, list, close] = /^(\( *)?((?:\d+ *, *)*(?:\d+ *)?)(\) *)?$/.exec(repeat) ?? [];
	if (list === undefined || !open !== !close || /\b0+[1-9]/.test(list)) return null;
	return list === "" || list.includes(",") ? (list.match(/\d+/g) ?? []).map(Number) : Number(list);
}
