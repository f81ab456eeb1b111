import { dtype as makeDtype, type ScalarDType } from "@ndwire/core";
import { numbersAt } from "../array/numbers-at.js";
import { ticksOfDate, type DateParts } from "../array/ticks-of-date.js";
import { base64Of } from "../base64/base64-of.js";
import type { JsonNode, ObjectNode } from "../json/node.js";
import { memberOf, refuseNode, requireString, sourceOf, stringOf } from "../json/read-node.js";

/** How json-tricks spells elements that JSON has no values for: an object whose first key tells what it is. */
export function jsonTricksValue(dtype: ScalarDType): (node: JsonNode) => unknown {
	switch (dtype.kind) {
		case "c":
			return complexAt;
		case "S":
		case "V":
			return bytesAt;
		case "M":
		case "m":
			return (node) => ticksAt(node, dtype);
		default:
			return (node) => {
				throw refuseNode("bad-dtype", "a value of the dtype", node);
			};
	}
}

function complexAt(node: JsonNode): unknown {
	const parts = numbersAt(memberOf(objectAt(node), "__complex__"), makeDtype("f8"), { shape: [2] });
	return { re: parts.get(0), im: parts.get(1) };
}

function bytesAt(node: JsonNode): unknown {
	const object = objectAt(node);
	const text = object.entries.get("__bytes_utf8__");
	if (text !== undefined) return new TextEncoder().encode(stringOf(requireString(text, "bad-container", "text")));
	return base64Of(requireString(memberOf(object, "__bytes_b64__"), "bad-container", "base64"));
}

function ticksAt(node: JsonNode, dtype: ScalarDType): unknown {
	const { unit } = dtype;
	// Dates beyond Python's own are counts.
	if (node.kind === "word") return numbersAt(node, dtype, {}).get();
	const object = objectAt(node);
	const parts = Object.fromEntries(
		[...object.entries].filter(([key]) => !key.startsWith("__")).map(([key, part]) => [key, Number(sourceOf(part))]),
	);
	const isSound =
		["__date__", "__datetime__", "__timedelta__"].some((key) => object.entries.has(key)) &&
		Object.values(parts).every(Number.isSafeInteger);
	const ticks = isSound && unit !== undefined ? ticksOfDate(parts satisfies DateParts, unit) : undefined;
	if (ticks === undefined) throw refuseNode("bad-container", "a date, as json-tricks writes it", node);
	return ticks;
}

function objectAt(node: JsonNode): ObjectNode {
	if (node.kind === "object") return node;
	throw refuseNode("bad-container", "an object that spells a value", node);
}
