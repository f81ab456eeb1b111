import type { Layout, ScalarLayout, StructLayout } from "./layout.js";

/** What two equal dtypes may differ in. */
export interface DtypeLeeway {
	/** The flag that a structure was made with `align=True`, which only pickles carry. */
	readonly alignFlag?: boolean;
}

/**
 * The first thing in which two dtypes differ, in words; undefined if they are equal. Byte order, offsets, item size, titles, units
 * and the alignment flag belong to a dtype.
 */
export function dtypeDifference(expected: Layout, found: Layout, leeway: DtypeLeeway = {}): string | undefined {
	return differenceAt(expected, found, "", leeway);
}

/** A dtype on one line: type strings as the protocol writes them. */
export function formatLayout(layout: Layout): string {
	switch (layout.tag) {
		case "scalar":
			return formatTypeString(layout);
		case "object":
			return "|O";
		case "subarray":
			return `(${layout.shape.join(",")})${formatLayout(layout.base)}`;
		case "struct": {
			const fields = layout.fields.map((field) => `${field.name}@${field.offset}:${formatLayout(field.layout)}`);
			return `{${[...fields, `itemsize ${layout.itemsize}`, ...(layout.align ? ["aligned"] : [])].join(", ")}}`;
		}
	}
}

function formatTypeString({ byteOrder, kind, itemsize, unit }: ScalarLayout): string {
	const size = kind === "U" ? itemsize / 4 : itemsize;
	if (unit === undefined) return `${byteOrder}${kind}${size}`;
	return `${byteOrder}${kind}${size}[${unit.count === 1 ? "" : unit.count}${unit.name}]`;
}

function differenceAt(expected: Layout, found: Layout, path: string, leeway: DtypeLeeway): string | undefined {
	if (expected.tag === "struct" && found.tag === "struct") return structDifference(expected, found, path, leeway);
	if (expected.tag === "subarray" && found.tag === "subarray" && expected.shape.join() === found.shape.join()) {
		return differenceAt(expected.base, found.base, path, leeway);
	}
	return mismatch(path, formatLayout(expected), formatLayout(found));
}

function structDifference(
	expected: StructLayout,
	found: StructLayout,
	path: string,
	leeway: DtypeLeeway,
): string | undefined {
	return (
		mismatch(`${path} field names`, namesOf(expected), namesOf(found)) ??
		fieldsDifference(expected, found, path, leeway) ??
		mismatch(`${path} itemsize`, expected.itemsize, found.itemsize) ??
		(leeway.alignFlag === true ? undefined : mismatch(`${path} align`, expected.align, found.align))
	);
}

function fieldsDifference(
	expected: StructLayout,
	found: StructLayout,
	path: string,
	leeway: DtypeLeeway,
): string | undefined {
	for (const [index, left] of expected.fields.entries()) {
		const right = found.fields[index];
		if (right === undefined) continue;
		const at = `${path} field ${JSON.stringify(left.name)}`;
		const difference =
			differenceAt(left.layout, right.layout, at, leeway) ??
			mismatch(`${at} offset`, left.offset, right.offset) ??
			mismatch(`${at} title`, JSON.stringify(left.title), JSON.stringify(right.title));
		if (difference !== undefined) return difference;
	}
	return undefined;
}

function namesOf({ fields }: StructLayout): string {
	return JSON.stringify(fields.map(({ name }) => name));
}

function mismatch<Part extends string | number | boolean | undefined>(
	path: string,
	expected: Part,
	found: Part,
): string | undefined {
	if (expected === found) return undefined;
	const where = path === "" ? "" : `${path.trimStart()}: `;
	return `${where}expected ${String(expected ?? "none")}, found ${String(found ?? "none")}`;
}
