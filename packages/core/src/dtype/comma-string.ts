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
	const resolve = (order: string): string => (order === "=" ? native : order);
	const parts: CommaPart[] = [];
	let hasComma = false;
	const fail = (): never => {
		throw badDtype(`a type such as "i4" or "(2,3)f8" as part ${parts.length + 1}`, JSON.stringify(text));
	};
	for (let position = 0; position < text.length;) {
		const match = PART.exec(text.slice(position)) ?? fail();
		const [matched, firstOrder = "", repeat = "", secondOrder = "", type = "", separator = ""] = match;
		hasComma ||= separator.includes(",");
		position += matched.length;
		if (firstOrder !== "" && secondOrder !== "" && resolve(firstOrder) !== resolve(secondOrder)) fail();
		const order = secondOrder === "" ? firstOrder : secondOrder;
		const shape = repeat === "" ? undefined : (parseRepeat(repeat) ?? fail());
		// NumPy drops the marks of native order, and so names may stand behind them.
		parts.push({ type: (order === "|" || resolve(order) === native ? "" : order) + type, shape });
	}
	const last = parts.at(-1);
	// NumPy passes over a last part of nothing but a mark of native order.
	if (last?.type === "" && last.shape === undefined) parts.pop();
	return { parts, hasComma };
}

const PART = /^([<>|=]?)( *\(?[ ,0-9]*\)? *)([<>|=]?)([A-Za-z0-9.?]*(?:\[[a-zA-Z0-9,.]*\])?)(\s+$|\s*,\s*|$)/;

/** A repeat is a Python literal: `3`, `2,3`, `(2,3)`, `()`, `(2)`. */
function parseRepeat(repeat: string): number | readonly number[] | undefined {
	const match = /^(\( *)?((?:\d+ *, *)*(?:\d+ *)?)(\) *)?$/.exec(repeat);
	const [, open, list = "", close] = match ?? [];
	const extents = list.match(/\d+/g) ?? [];
	const isBalanced = (open === undefined) === (close === undefined);
	if (match === null || !isBalanced || extents.some((extent) => /^0+[1-9]/.test(extent))) return undefined;
	return list === "" || list.includes(",") ? extents.map(Number) : Number(list);
}
