import { compareValues } from "../nv1/compare.js";
import { parseValue } from "../nv1/parse-value.js";
import { canonicalJson } from "../protocol/json.js";
import type { Read } from "./ask-python.js";

/** Whether two readers read the same. */
export function isRight(own: Read, read: Read, format: string): boolean {
	return whyWrong(own, read, format) === undefined;
}

/**
 * In words, why what was read is not what its writer reads; undefined if it is. How axes lie in memory is free, and in pickles the order
 * of bytes (adapter protocol, section 2).
 */
export function whyWrong(own: Read, read: Read, format: string): string | undefined {
	if ("error" in read) return read.message === "" ? read.error : `${read.error}: ${read.message}`;
	if ("error" in own) return "the writer cannot read it";
	if (canonicalJson(own.value) === canonicalJson(read.value)) return undefined;
	return compareValues(parseValue(own.value), parseValue(read.value), {
		dictOrder: true,
		byteOrder: format.startsWith("pickle"),
		alignFlag: true,
		order: true,
	})?.why;
}
