import { refuse } from "../../refuse.js";
import { scalarDtype, structDtype, subarrayDtype, type DType, type ScalarDType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { aName, anything, aNumber, aTuple, attributes, checked, optional, orNone } from "../checks.js";
import { aDtype, aShape } from "./checks.js";
import { noteSize } from "./dtype-size.js";

const MOST_BYTES = 2 ** 31 - 1;
const anItemsize = /* @__PURE__ */ aNumber(-1, MOST_BYTES);
/** NumPy writes the flags as a signed byte, and since 2.0 as an unsigned number. */
const flags = /* @__PURE__ */ aNumber(-128, MOST_BYTES);
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
export function dtypeOfState(target: ScalarDType, isRecord: boolean, state: unknown, machine: Machine): DType {
	const [, order, subarray, names, fields, itemsize, , flags, metadata] = checked(
		aTuple(state, machine),
		STATE,
		machine,
	);
	if (subarray !== null) return subarrayOf(target, subarray, machine);
	if (names === null) return scalarOf(target, order, itemsize, metadata, machine);
	const parts = fieldsOf(aTuple(names, machine), attributes(fields, machine), itemsize, machine);
	noteSize(target, parts, machine);
	return structDtype(parts, { itemsize, isAligned: (flags & 0x80) !== 0, isRecord });
}

function subarrayOf(target: DType, value: unknown, machine: Machine): DType {
	const [base, shape] = checked(aTuple(value, machine), [aDtype, aShape], machine);
	// Elements without bytes are bounded by nothing else.
	const times = base.itemsize === 0 ? shape.reduce((product, extent) => product * extent, 1) : 1;
	noteSize(target, [{ dtype: base }], machine, times);
	return subarrayDtype(base, shape);
}

function scalarOf(target: ScalarDType, order: string, size: number, metadata: unknown, machine: Machine): DType {
	if (!/^[<>|=]$/.test(order)) refuse("bad-dtype", "a byte order", order);
	const type = { ...target, byteOrder: order === ">" ? order : "<" } as const;
	if (/[Mm]/.test(type.kind)) return scalarDtype({ ...type, unit: unitOf(metadata, machine) });
	// Of text and bytes the state says the size, in bytes.
	return scalarDtype(/[SUV]/.test(type.kind) && size >= 0 ? { ...type, itemsize: size } : type);
}

const one = /* @__PURE__ */ aNumber(1, 1);
const UNIT = [aName, /* @__PURE__ */ aNumber(1, MOST_BYTES), one, one] as const;

/**
 * The unit of a datetime's metadata, `(dict or None, (unit, number, 1, 1))`. A denominator has been 1 since NumPy 1.7, and
 * events are gone.
 */
function unitOf(metadata: unknown, machine: Machine): { readonly name: string; readonly count: number } {
	const [, parts] = checked(aTuple(metadata, machine), [anything, aTuple], machine);
	const [name, count] = checked(parts, UNIT, machine);
	return { name, count };
}

/** In the order of `names`, as Python 2 wrote the dict in any. Titles are keys as well; nothing asks for those. */
function fieldsOf(
	names: readonly unknown[],
	byName: ReadonlyMap<string, unknown>,
	itemsize: number,
	machine: Machine,
): readonly Field[] {
	const FIELD = [aDtype, aNumber(0, itemsize), orNone(aName)] as const;
	return names.map((value) => {
		const name = aName(value, machine);
		const [dtype, offset, title] = checked(aTuple(byName.get(name), machine), FIELD, machine);
		return { name, dtype, offset, title: title ?? undefined };
	});
}

interface Field {
	readonly name: string;
	readonly dtype: DType;
	readonly offset: number;
	readonly title: string | undefined;
}
