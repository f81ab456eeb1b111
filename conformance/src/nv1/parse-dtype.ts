import {
	join,
	readArray,
	readCount,
	readObject,
	readOptionalBoolean,
	readOptionalString,
	readShape,
	readString,
} from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { member, type JsonObject, type JsonValue } from "../protocol/json.js";
import { countOf, hasObject, type FieldLayout, type Layout, type ScalarLayout, type StructLayout } from "./layout.js";

/**
 * Reads a DT of adapter-protocol section 1.
 *
 * @param path - Where the DT stands, for messages.
 * @throws {FormError} if it is none, or if a field does not lie inside its item.
 */
export function parseDtype(json: JsonValue | undefined, path = "dtype"): Layout {
	if (typeof json === "string") return parseTypeString(json, path);
	const object = readObject(json, path);
	return member(object, "base") === undefined ? parseStruct(object, path) : parseSubarray(object, path);
}

/** Item sizes that NumPy has for each kind, in the unit of the type string; `any` for the flexible kinds. */
const sizes = {
	b: [1],
	i: [1, 2, 4, 8],
	u: [1, 2, 4, 8],
	f: [2, 4, 8, 16],
	c: [8, 16, 32],
	S: "any",
	U: "any",
	V: "any",
	M: [8],
	m: [8],
} as const satisfies { readonly [kind in ScalarLayout["kind"]]: readonly number[] | "any" };

const unitNames: readonly string[] = ["Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as"];

function parseTypeString(text: string, path: string): Layout {
	if (text === "|O") return { tag: "object", itemsize: 0 };
	const match = /^([<>|])([biufcSUVMm])(0|[1-9]\d{0,14})(?:\[(0|[1-9]\d{0,9})?([A-Za-z]+)\])?$/.exec(text);
	if (match === null) throw new FormError(path, `${JSON.stringify(text)} is no type string`);
	const [, order = "", letter = "", digits = "", unitCount = "1", unitName] = match;
	const kind = kindOf(letter);
	const size = Number(digits);
	const allowed: readonly number[] | "any" = sizes[kind];
	if (allowed !== "any" && !allowed.includes(size))
		throw new FormError(path, `${JSON.stringify(text)} has no such size`);
	const byteOrder = checkByteOrder(order, kind, size, text, path);
	const base = { tag: "scalar", kind, itemsize: kind === "U" ? 4 * size : size, byteOrder } as const;
	if (unitName === undefined) return { ...base, ...wordOf(kind, size) };
	if ((kind !== "M" && kind !== "m") || !unitNames.includes(unitName)) {
		throw new FormError(path, `${JSON.stringify(text)} has a unit that NumPy does not know`);
	}
	return { ...base, ...wordOf(kind, size), unit: { name: unitName, count: Number(unitCount) } };
}

function kindOf(letter: string): ScalarLayout["kind"] {
	const kinds: readonly ScalarLayout["kind"][] = ["b", "i", "u", "f", "c", "S", "U", "V", "M", "m"];
	const kind = kinds.find((candidate) => candidate === letter);
	if (kind === undefined) throw new RangeError(`no kind ${letter}`);
	return kind;
}

/** "Types without byte order are written with `|`", and only they. */
function checkByteOrder(order: string, kind: ScalarLayout["kind"], size: number, text: string, path: string) {
	const ordered = !(kind === "S" || kind === "V" || (size === 1 && kind !== "U"));
	if (ordered && (order === "<" || order === ">")) return order;
	if (!ordered && order === "|") return order;
	throw new FormError(path, `${JSON.stringify(text)} is to be written with ${ordered ? "< or >" : "|"}`);
}

function wordOf(kind: ScalarLayout["kind"], size: number): { readonly wordsize: number; readonly significant: number } {
	if (kind === "S" || kind === "V") return { wordsize: 1, significant: 1 };
	if (kind === "U") return { wordsize: 4, significant: 4 };
	const wordsize = kind === "c" ? size / 2 : size;
	return { wordsize, significant: wordsize === 16 ? 10 : wordsize };
}

function parseStruct(object: JsonObject, path: string): StructLayout {
	const itemsize = readCount(object, "itemsize", path);
	const at = join(path, "fields");
	const fields = readArray(member(object, "fields"), at).map((field, index) =>
		parseField(readObject(field, `${at}[${index}]`), itemsize, `${at}[${index}]`),
	);
	const names = new Set(fields.map(({ name }) => name));
	if (names.size < fields.length) throw new FormError(at, "two fields have the same name");
	return {
		tag: "struct",
		itemsize,
		align: readOptionalBoolean(object, "align", path) ?? false,
		fields,
		hasObject: fields.some(({ layout }) => hasObject(layout)),
	};
}

function parseField(object: JsonObject, itemsize: number, path: string): FieldLayout {
	const name = readString(object, "name", path);
	const title = readOptionalString(object, "title", path);
	const offset = readCount(object, "offset", path);
	const base = parseDtype(member(object, "type"), join(path, "type"));
	const layout =
		member(object, "shape") === undefined ? base : subarrayOf(base, readShape(object, "shape", path), path);
	if (offset + layout.itemsize > itemsize) {
		throw new FormError(path, `field ends at byte ${offset + layout.itemsize} of an item of ${itemsize}`);
	}
	return title === undefined ? { name, offset, layout } : { name, title, offset, layout };
}

function parseSubarray(object: JsonObject, path: string): Layout {
	const base = parseDtype(member(object, "base"), join(path, "base"));
	return subarrayOf(base, readShape(object, "shape", path), path);
}

function subarrayOf(base: Layout, shape: readonly number[], path: string): Layout {
	const itemsize = countOf(shape) * base.itemsize;
	if (!Number.isSafeInteger(itemsize)) throw new FormError(path, "the subarray is larger than any item");
	return { tag: "subarray", base, shape, itemsize };
}
