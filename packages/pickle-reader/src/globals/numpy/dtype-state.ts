import { refuse } from "../../refuse.js";
import { scalarDtype, structDtype, subarrayDtype, type DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { aName, anything, aNumber, aTuple, attributes, checked, optional, orNone } from "../checks.js";
import { aDtype, aShape } from "./checks.js";
import { dtypeOfCode } from "./dtype-code.js";
import { noteSize } from "./dtype-size.js";

interface DtypeParts {
	/** Such as `f8`; of records, whose code is a class, `V0`. */
	readonly code: string;
	/** What becomes the dtype, whose size is noted. */
	readonly target: DType;
	readonly isRecord: boolean;
	readonly state: unknown;
}

const MOST_BYTES = 2 ** 31 - 1;
const anItemsize = /* @__PURE__ */ aNumber(-1, MOST_BYTES);
/** NumPy writes the flags as a signed byte, and since 2.0 as an unsigned number. */
const flags = /* @__PURE__ */ aNumber(-(2 ** 31), MOST_BYTES);
const STATE = [
	/* @__PURE__ */ aNumber(3, 4),
	aName,
	anything,
	anything,
	anything,
	anItemsize,
	anything,
	flags,
	/* @__PURE__ */ optional(anything),
] as const;

/**
 * `dtype.__setstate__`: `(version, order, subdtype, names, fields, itemsize, alignment, flags[, metadata])`. Versions 3
 * and 4 are what NumPy has written since 1.0; the metadata of version 4 say a datetime's unit and are else dropped.
 */
export function dtypeOfState(machine: Machine, { code, target, isRecord, state }: DtypeParts): DType {
	const parts = aTuple(machine, state);
	const [, order, subarray, names, fields, itemsize, , flags, metadata] = checked(machine, parts, STATE);
	if (subarray !== null) return subarrayOf(machine, target, subarray);
	if (names === null) return scalarOf(machine, code, order, itemsize, metadata);
	const isAligned = (flags & 0x80) !== 0;
	return structOf(machine, target, { names, fields, itemsize, isAligned, isRecord });
}

function subarrayOf(machine: Machine, target: DType, value: unknown): DType {
	const [base, shape] = checked(machine, aTuple(machine, value), [aDtype, aShape]);
	// Elements without bytes are bounded by nothing else.
	const times = base.itemsize === 0 ? shape.reduce((product, extent) => product * extent, 1) : 1;
	noteSize(machine, target, [base], times);
	return subarrayDtype(base, shape);
}

function scalarOf(machine: Machine, code: string, order: string, size: number, metadata: unknown): DType {
	if (!/^[<>|=]$/.test(order)) refuse(machine, "bad-dtype", "a byte order", order);
	const byteOrder = order === ">" ? order : "<";
	const type = dtypeOfCode(code, byteOrder);
	if (/[Mm]/.test(type.kind)) return scalarDtype({ ...type, byteOrder, unit: unitOf(machine, metadata) });
	// Of text and bytes the state says the size, in bytes.
	return /[SUV]/.test(type.kind) && size >= 0 ? scalarDtype({ ...type, byteOrder, itemsize: size }) : type;
}

const one = /* @__PURE__ */ aNumber(1, 1);
const UNIT = [aName, /* @__PURE__ */ aNumber(1, MOST_BYTES), one, one] as const;

/**
 * The unit of a datetime's metadata, `(dict or None, (unit, number, 1, 1))`. A denominator has been 1 since NumPy 1.7, and
 * events are gone.
 */
function unitOf(machine: Machine, metadata: unknown): { readonly name: string; readonly count: number } {
	const [, parts] = checked(machine, aTuple(machine, metadata), [anything, aTuple]);
	const [name, count] = checked(machine, parts, UNIT);
	return { name, count };
}

interface StructParts {
	readonly names: unknown;
	readonly fields: unknown;
	readonly itemsize: number;
	readonly isAligned: boolean;
	readonly isRecord: boolean;
}

/** The order of fields is that of `names`, as Python 2 wrote the dict in any. Titles are keys as well; nothing asks for those. */
function structOf(
	machine: Machine,
	target: DType,
	{ names: namesValue, fields, itemsize, isAligned, isRecord }: StructParts,
): DType {
	const names = aTuple(machine, namesValue).map((name) => aName(machine, name));
	const byName = attributes(machine, fields);
	const FIELD = [aDtype, aNumber(0, itemsize), orNone(aName)] as const;
	const parts = names.map((name) => {
		const [dtype, offset, title] = checked(machine, aTuple(machine, byName.get(name)), FIELD);
		return { name, dtype, offset, title: title ?? undefined };
	});
	const dtypes = parts.map(({ dtype }) => dtype);
	noteSize(machine, target, dtypes);
	return structDtype(parts, { itemsize, isAligned, isRecord });
}
