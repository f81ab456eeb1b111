import { nullRecord } from "./null-record.js";
import { badDtype } from "./dtype-error.js";
import type { DType, FieldDTypes, StructDType, StructField, SubarrayDType } from "./types.js";

export interface FieldParts {
	readonly name: string;
	readonly title?: string | null | undefined;
	readonly dtype: DType;
	/** Default: behind the field before it. */
	readonly offset?: number | undefined;
}

export interface StructOptions {
	readonly isAligned?: boolean | undefined;
	/** Default: up to the end of the last byte of any field. */
	readonly itemsize?: number | undefined;
	readonly isRecord?: boolean | undefined;
}

/**
 * A struct of the fields in their order, laid out as NumPy's `_convert_from_array_descr` and `_convert_from_dict` do.
 *
 * @throws {FormatError} `bad-dtype` for names that occur twice, offsets and sizes that do not fit, and fields that
 * overlap objects.
 */
export function struct(parts: readonly FieldParts[], options: StructOptions = {}): StructDType {
	const isAligned = options.isAligned ?? false;
	const fields = nullRecord<StructField>();
	let end = 0;
	let alignment = 1;
	let next = 0;
	const taken = new Set<string>();
	for (const { name, title, dtype, offset: given } of parts) {
		for (const word of typeof title === "string" ? [name, title] : [name]) {
			if (taken.has(word)) throw badDtype("names and titles that occur once", JSON.stringify(word));
			taken.add(word);
		}
		const offset = given ?? (isAligned ? roundUp(next, dtype.alignment) : next);
		if (offset < 0 || (isAligned && offset % dtype.alignment !== 0)) {
			throw badDtype(
				`an offset that is a multiple of ${isAligned ? dtype.alignment : 1}`,
				`offset ${offset} of ${JSON.stringify(name)}`,
			);
		}
		next = offset + dtype.itemsize;
		end = Math.max(end, next);
		alignment = isAligned ? Math.max(alignment, dtype.alignment) : 1;
		fields[name] = title === undefined ? { dtype, offset } : { dtype, offset, title };
	}
	const least = isAligned ? roundUp(end, alignment) : end;
	const itemsize = options.itemsize ?? least;
	if (itemsize < least || itemsize % alignment !== 0) {
		throw badDtype(`an item size of at least ${least}, and a multiple of ${alignment}`, `${itemsize}`);
	}
	refuseOverlappedObjects(Object.values(fields));
	if (itemsize > MAX_ITEMSIZE) throw badDtype("an item size below 2 GiB", `${itemsize} bytes`);
	return structOf(
		parts.map(({ name }) => name),
		fields,
		{ itemsize, alignment, isAligned, isRecord: options.isRecord ?? false },
	);
}

/** A pointer that shares its bytes with another field could be overwritten through it. */
function refuseOverlappedObjects(fields: readonly StructField[]): void {
	let [end, endOfObjects] = [0, 0];
	// Of two at one offset, a field without bytes comes first: it overlaps nothing there.
	const inOrder = fields.toSorted((a, b) => a.offset - b.offset || a.dtype.itemsize - b.dtype.itemsize);
	for (const { dtype, offset } of inOrder) {
		if (offset < endOfObjects || (dtype.hasObject && offset < end)) {
			throw badDtype("objects that no other field overlaps", `a field at byte ${offset} of an item that does`);
		}
		end = Math.max(end, offset + dtype.itemsize);
		if (dtype.hasObject) endOfObjects = Math.max(endOfObjects, offset + dtype.itemsize);
	}
}

/** A struct of fields that are laid out already. */
export function structOf(
	names: readonly string[],
	fields: Readonly<Record<string, StructField>>,
	{ itemsize, alignment, isAligned, isRecord }: Pick<StructDType, "itemsize" | "alignment" | "isAligned" | "isRecord">,
): StructDType<FieldDTypes> {
	const hasObject = names.some((name) => fields[name]?.dtype.hasObject === true);
	return { tag: "struct", kind: "V", itemsize, alignment, hasObject, names, fields, isAligned, isRecord };
}

/**
 * The field of that name, or as in NumPy of that title.
 *
 * @throws {RangeError} if there is none.
 */
export function fieldOf({ fields, names }: StructDType, name: string): StructField {
	const field = fields[name] ?? Object.values(fields).find(({ title }) => title === name);
	if (field === undefined) {
		throw new RangeError(
			`no field ${JSON.stringify(name)}; there are ${names.map((known) => JSON.stringify(known)).join(", ")}`,
		);
	}
	return field;
}

/**
 * A block of `shape` elements of `base` as one element.
 *
 * @throws {FormatError} `bad-dtype` for a size that no C integer holds.
 */
export function subarray<Base extends DType>(base: Base, shape: readonly number[]): SubarrayDType<Base> {
	const size = shape.reduce((size, extent) => size * extent, 1);
	const itemsize = size * base.itemsize;
	const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= MAX_ITEMSIZE;
	if (!shape.every(isCount) || !isCount(size) || !isCount(itemsize)) {
		throw badDtype("a shape of integers from 0, 2 GiB in all", `shape (${shape.join(", ")})`);
	}
	return { tag: "subarray", base, shape, itemsize, alignment: base.alignment, hasObject: base.hasObject };
}

/** NumPy holds item sizes in C's int. */
const MAX_ITEMSIZE = 0x7fffffff;

function roundUp(offset: number, alignment: number): number {
	return Math.ceil(offset / alignment) * alignment;
}
