import { believe } from "./believe.js";
import { badDtype } from "./dtype-error.js";
import { requireItemsize } from "./itemsize.js";
import { scalar } from "./scalar.js";
import type { DatetimeUnit, Kind, ScalarDType } from "./types.js";

/** The parts of a dtype without fields, as they were found. */
export interface ScalarDTypeParts {
	/** NumPy's kind letter. */
	readonly kind: string;
	/** In bytes, of text too. */
	readonly itemsize: number;
	/** Default `<`; dropped where it means nothing. */
	readonly byteOrder?: "<" | ">" | undefined;
	/** Of the kinds `M` and `m`; default generic. */
	readonly unit?: { readonly name: string; readonly count: number } | undefined;
}

/**
 * A dtype without fields, for formats that hold its parts apart: a bundle then has nothing in it that reads text.
 *
 * @throws {FormatError} `bad-dtype` for a kind, a size or a unit that NumPy does not have.
 */
export function scalarDtype({ kind, itemsize, byteOrder = "<", unit }: ScalarDTypeParts): ScalarDType {
	const type = `${kind}${itemsize}`;
	if (!SIZED.test(type) || (kind === "U" && itemsize % 4 !== 0)) throw badDtype("a kind and a size", type);
	requireItemsize(itemsize);
	const parts = { kind: believe<Kind>(kind), itemsize, byteOrder };
	return scalar(/[Mm]/.test(kind) ? { ...parts, unit: unitOf(unit) } : parts);
}

const SIZED = /^(?:b1|[iu][1248]|f(?:[248]|16)|c(?:8|16|32)|[OMm]8|T16|[SUV]\d+)$/;

function unitOf({ name, count }: { readonly name: string; readonly count: number } = GENERIC): DatetimeUnit {
	const isCount = Number.isInteger(count) && count >= 1 && count <= 0x7fffffff;
	if (!isCount || !/^(?:[YMWDhms]|[munpfa]s|generic)$/.test(name))
		throw badDtype("a datetime unit", `${count} ${name}`);
	return name === "generic" ? GENERIC : believe<DatetimeUnit>({ name, count });
}

const GENERIC: DatetimeUnit = { name: "generic", count: 1 };
