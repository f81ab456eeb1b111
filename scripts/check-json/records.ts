import type { JsonObject } from "../../conformance/src/protocol/json.js";
import type { Random } from "../check-corrupt/random.js";
import { damaged } from "./damage.js";
import { element, nested, type Document } from "./numbers.js";

interface Field {
	readonly name: string;
	readonly type: string | readonly Field[];
	readonly shape?: readonly number[];
}

const types = "|i1 <i4 >i4 <i8 >u8 <f4 >f8 |b1 |S3 <U2 <M8[s] <c16".split(" ");

/** Lists of records, each a list or an object of its fields, one document in four damaged. */
export function recordDocument(random: Random): Document {
	const fields = randomFields(random, 0);
	const text = nested(random, random.below(3), () => recordText(random, fields));
	const opts = { dialect: "json-tolist", dtype: describe(fields).dtype };
	return { text: random.below(4) === 0 ? damaged(text, random) : text, opts };
}

function randomFields(random: Random, depth: number): readonly Field[] {
	// Names of their own at every depth: an object that might be two records would be either.
	return ["a", "b", "c"].slice(0, 1 + random.below(3)).map((letter) => ({
		name: letter.repeat(depth + 1),
		type: depth < 2 && random.below(4) === 0 ? randomFields(random, depth + 1) : random.pick(types),
		...(random.below(4) === 0 && { shape: random.pick([[2], [1], [2, 2]]) }),
	}));
}

function recordText(random: Random, fields: readonly Field[]): string {
	const values = fields.map(({ type, shape = [] }) =>
		inLists(shape, () => (typeof type === "string" ? element(random, type) : recordText(random, type))),
	);
	if (random.below(3) > 0) return `[${values.join(", ")}]`;
	return `{${values.map((value, index) => `"${fields[index]?.name}": ${value}`).join(", ")}}`;
}

function inLists([extent, ...inner]: readonly number[], value: () => string): string {
	if (extent === undefined) return value();
	return `[${Array.from({ length: extent }, () => inLists(inner, value)).join(", ")}]`;
}

/** The dtype in the form `nv1`, its fields one behind the other. */
function describe(fields: readonly Field[]): { readonly dtype: JsonObject; readonly itemsize: number } {
	let itemsize = 0;
	const described = fields.map(({ name, type, shape }) => {
		const inner = typeof type === "string" ? { dtype: type, itemsize: itemsizeOf(type) } : describe(type);
		const offset = itemsize;
		itemsize += (shape ?? []).reduce((size, extent) => size * extent, inner.itemsize);
		return { name, type: inner.dtype, offset, ...(shape && { shape }) };
	});
	return { dtype: { fields: described, itemsize }, itemsize };
}

function itemsizeOf(type: string): number {
	const [, kind = "", size = ""] = /^.([A-Za-z])(\d+)/.exec(type) ?? [];
	return Number(size) * (kind === "U" ? 4 : 1);
}
