import type { DType, NDArray } from "@ndwire/core";
import type { JsonNode } from "../json/node.js";
import { sourceOf } from "../json/read-node.js";
import { decodeWhole } from "../numbers/decoder.js";
import { rulesOf, type DecodeNumbersOptions } from "../numbers/options.js";
import { decodeRecords } from "../numbers/records.js";
import { unfold } from "../numbers/unfold.js";

/** The array that a value spells in nested lists of numbers, strings or records. */
export function numbersAt(node: JsonNode, dtype: DType, options: Omit<DecodeNumbersOptions, "dtype">): NDArray {
	const location = { offset: node.start, path: node.path };
	const { element, fold } = unfold(dtype, options, location);
	if (element.tag === "struct") return fold(decodeRecords(node, element, rulesOf(options)));
	return decodeWhole(sourceOf(node), dtype, options, location);
}
