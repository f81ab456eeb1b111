import { fromBuffer, type NDArray, type StructDType } from "@ndwire/core";
import { itemsOf } from "../json/parse.js";
import type { JsonNode } from "../json/node.js";
import { refuseNode } from "../json/read-node.js";
import { isListNode } from "../array/elements.js";
import type { ColumnRules } from "./column.js";
import { elementReader } from "./element-reader.js";
import { depthOf } from "./record-depth.js";

/**
 * The array of records that nested lists spell, each a list of its fields in their order, as `tolist` gives it, or an object of them by
 * their names.
 */
export function decodeRecords(node: JsonNode, dtype: StructDType, rules: ColumnRules): NDArray {
	const shape: number[] = [];
	let records: readonly JsonNode[] = [node];
	for (let axis = 0, end = depthOf(node, dtype); axis < end; axis += 1) {
		const lists = records.map((list) => {
			if (!isListNode(list)) throw refuseNode("bad-shape", "a list", list);
			return itemsOf(list);
		});
		const [extent = 0] = lists.map(({ length }) => length);
		const ragged = lists.findIndex(({ length }) => length !== extent);
		const other = records[ragged];
		if (other !== undefined) throw refuseNode("bad-shape", `a list of ${extent}, as long as the first`, other);
		shape.push(extent);
		records = lists.flat();
	}
	const reader = elementReader(dtype, rules);
	for (const record of records) reader.take(record);
	const bytes = new Uint8Array(records.length * dtype.itemsize);
	const places = Array.from(records, (_, index) => index * dtype.itemsize);
	reader.store(bytes, places);
	return fromBuffer(bytes, { dtype, shape });
}
