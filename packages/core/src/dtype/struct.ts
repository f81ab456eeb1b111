import { nullRecord } from "./null-record.js";
import { badDtype } from "./dtype-error.js";
import { requireItemsize } from "./itemsize.js";
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
	const { isAligned = false, isRecord = false } = options;
	const names = parts.map(({ name }) => name);
	const seen = new Set<string>();
	const twice = [...names, ...parts.flatMap(({ title }) => title ?? [])].find(
		(name) => seen.size === seen.add(name).size,
	);
	if (twice !== undefined) throw badDtype("names that differ", twice);
	const fields = nullRecord<StructField>();
	let [next, end, alignment] = [0, 0, 1];
	for (const { name, title, dtype, offset: given } of parts) {
		const step = isAligned ? dtype.alignment : 1;
		const offset = given ?? roundUp(next, step);
		if (offset < 0 || offset % step !== 0) throw badDtype(`offsets in steps of ${step}`, `${offset}`);
		next = offset + dtype.itemsize;
		end = Math.max(end, next);
		alignment = Math.max(alignment, step);
		fields[name] = { dtype, offset, ...(title !== undefined && { title }) };
	}
	const least = roundUp(end, alignment);
	const itemsize = options.itemsize ?? least;
	if (itemsize < least || itemsize % alignment !== 0) {
		throw badDtype(`an item size from ${least} in steps of ${alignment}`, `${itemsize}`);
	}
	requireItemsize(itemsize);
	refuseOverlappedObjects(Object.values(fields));
	return structOf(names, fields, { itemsize, alignment, isAligned, isRecord });
}

/** A pointer that shares its bytes with another field could be overwritten through it. */
function refuseOverlappedObjects(fields: readonly StructField[]): void {
	let [end, endOfObjects] = [0, 0];
	// Of two at one offset, a field without bytes comes first: it overlaps nothing there.
	const inOrder = fields.toSorted((a, b) => a.offset - b.offset || a.dtype.itemsize - b.dtype.itemsize);
	for (const { dtype, offset } of inOrder) {
		if (offset < (dtype.hasObject ? end : endOfObjects)) {
			throw badDtype("objects apart", `byte ${offset} shared`);
		}
		end = Math.max(end, offset + dtype.itemsize);
		if (dtype.hasObject) endOfObjects = end;
	}
}

/** A struct of fields that are laid out already. */
export function structOf(
	names: readonly string[],
	fields: Readonly<Record<string, StructField>>,
	{ itemsize, alignment, isAligned, isRecord }: Pick<StructDType, "itemsize" | "alignment" | "isAligned" | "isRecord">,
): StructDType<FieldDTypes> {
	const hasObject = Object.values(fields).some(({ dtype }) => dtype.hasObject);
	return { tag: "struct", kind: "V", itemsize, alignment, hasObject, names, fields, isAligned, isRecord };
}

/**
 * The field of that name, or as in NumPy of that title.
 *
 * @throws {RangeError} if there is none.
 */
export function fieldOf({ fields, names }: StructDType, name: string): StructField {
	const field = fields[name] ?? Object.values(fields).find(({ title }) => title === name);
	if (field !== undefined) return field;
	throw new RangeError(`expected a field of [${names.join(", ")}], found ${name}`);
}

/**
 * A block of `shape` elements of `base` as one element.
 *
 * @throws {FormatError} `bad-dtype` for a size that no C integer holds.
 */
export function subarray<Base extends DType>(base: Base, shape: readonly number[]): SubarrayDType<Base> {
	const size = shape.reduce((size, extent) => size * extent, 1);
	const itemsize = size * base.itemsize;
	requireItemsize(...shape, size, itemsize);
	return { tag: "subarray", base, shape, itemsize, alignment: base.alignment, hasObject: base.hasObject };
}

function roundUp(offset: number, alignment: number): number {
	return Math.ceil(offset / alignment) * alignment;
}
