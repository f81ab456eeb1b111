import { compareValues } from "../nv1/compare.js";
import { parseValue } from "../nv1/parse-value.js";
import { canonicalJson, isJsonObject, member } from "../protocol/json.js";
import type { Read } from "./ask-python.js";

/**
 * Whether two readers read the same. How axes lie in memory is free, and in pickles the order of bytes (adapter protocol, section 2).
 */
export function isRight(own: Read, read: Read, format: string): boolean {
	if ("error" in own || "error" in read) return false;
	if (canonicalJson(own.value) === canonicalJson(read.value)) return true;
	if (hasText(own) || hasText(read)) return false;
	const difference = compareValues(parseValue(own.value), parseValue(read.value), {
		dictOrder: true,
		byteOrder: format.startsWith("pickle"),
		alignFlag: true,
		order: true,
	});
	return difference === undefined;
}

/** Whether a value is described by the text of its objects, which only Python can compare. */
export function hasText(read: Read): boolean {
	if ("error" in read) return false;
	const data = member(read.value, "data");
	return isJsonObject(data) && member(data, "text") !== undefined;
}
