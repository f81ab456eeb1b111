import { dtype, type DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { isTuple } from "../../values/sequences.js";
import { badArgument, requireInteger, requireName, requireTuple } from "../arguments.js";
import { requireDtype } from "./require-dtype.js";
import { sizeWithParts } from "./dtype-size.js";
import { requireShape } from "./shape.js";
import { datetimeUnit } from "./unit.js";

interface DtypeParts {
	/** Such as `f8`; of records, whose code is a class, `V0`. */
	readonly code: string;
	/** What becomes the dtype, whose size is noted. */
	readonly target: DType;
	readonly isRecord: boolean;
	readonly state: unknown;
}

/**
 * `dtype.__setstate__`: `(version, order, subdtype, names, fields, itemsize, alignment, flags[, metadata])`. Versions 3
 * and 4 are what NumPy has written since 1.0; the metadata of version 4 say a datetime's unit and are else dropped.
 */
export function dtypeOfState(machine: Machine, { code, target, isRecord, state }: DtypeParts): DType {
	const parts = requireTuple(machine, state, "state of a dtype");
	if (parts.length !== 8 && parts.length !== 9)
		throw machine.refusal("bad-dtype", "8 or 9 parts in a dtype's state", `${parts.length}`);
	const [version, order, subarray, names, fields, itemsize, , flags, metadata] = parts;
	requireInteger(machine, version, "version of a dtype's state", 3, 4);
	if (subarray !== null) return subarrayOf(machine, target, subarray);
	const size = requireInteger(machine, itemsize, "itemsize", -1, 2 ** 31 - 1);
	if (names === null) return scalarOf(machine, code, requireName(machine, order, "byte order"), size, metadata);
	// NumPy writes the flags as a signed byte, and since 2.0 as an unsigned number.
	const aligned = (requireInteger(machine, flags, "flags", -(2 ** 31), 2 ** 31) & 0x80) !== 0;
	const struct = structOf(machine, { target, names, fields, itemsize: size, aligned });
	return isRecord && struct.tag === "struct" ? { ...struct, isRecord } : struct;
}

function subarrayOf(machine: Machine, target: DType, value: unknown): DType {
	const parts = requireTuple(machine, value, "base and shape");
	if (parts.length !== 2) throw badArgument(machine, "base and shape", parts.length);
	const base = requireDtype(machine, parts[0]);
	const shape = requireShape(machine, parts[1]);
	machine.dtypeSizes.set(target, sizeWithParts(machine, [base]));
	return dtype([base, shape]);
}

function scalarOf(machine: Machine, code: string, order: string, size: number, metadata: unknown): DType {
	if (!/^[<>|=]$/.test(order)) throw machine.refusal("bad-dtype", "a byte order", JSON.stringify(order));
	const prefix = order === ">" ? ">" : "<";
	const kind = code.slice(0, 1);
	if (kind === "M" || kind === "m") return dtype(`${prefix}${kind}8${datetimeUnit(machine, metadata)}`);
	// Of text and bytes the state says the size, in bytes.
	if (!"SUV".includes(kind) || size < 0) return dtype(prefix + code);
	if (kind === "U" && size % 4 !== 0) throw machine.refusal("bad-dtype", "4 bytes for each character", `${size}`);
	return dtype(`${prefix}${kind}${kind === "U" ? size / 4 : size}`);
}

interface StructParts {
	readonly target: DType;
	readonly names: unknown;
	readonly fields: unknown;
	readonly itemsize: number;
	readonly aligned: boolean;
}

/** The order of fields is that of `names`, as Python 2 wrote the dict in any. */
function structOf(
	machine: Machine,
	{ target, names: namesValue, fields: fieldsValue, itemsize, aligned }: StructParts,
): DType {
	const names = requireTuple(machine, namesValue, "names").map((name) => requireName(machine, name, "name of a field"));
	const entries = fieldsByName(machine, fieldsValue);
	const fields = names.map((name) => fieldOf(machine, entries.get(name), itemsize));
	const bases = fields.map(({ type }) => type);
	machine.dtypeSizes.set(target, sizeWithParts(machine, bases));
	return dtype({
		names,
		formats: bases,
		offsets: fields.map(({ offset }) => offset),
		titles: fields.map(({ title }) => title),
		itemsize,
		aligned,
	});
}

/** Titles are keys as well as names; nothing asks for those. */
function fieldsByName(machine: Machine, value: unknown): ReadonlyMap<string, unknown> {
	const pairs =
		value instanceof Map ? [...value] : value === null || typeof value !== "object" ? undefined : Object.entries(value);
	if (pairs === undefined) throw badArgument(machine, "a dict of fields", value);
	return new Map(
		pairs
			.filter(([key]) => typeof key === "string" || key instanceof Uint8Array)
			.map(([key, field]) => [requireName(machine, key, "name of a field"), field]),
	);
}

function fieldOf(
	machine: Machine,
	value: unknown,
	itemsize: number,
): { readonly type: DType; readonly offset: number; readonly title: string | null } {
	if (!isTuple(value) || value.length < 2 || value.length > 3)
		throw badArgument(machine, "dtype and offset of each name", value);
	const [type, offset, title = null] = value;
	return {
		type: requireDtype(machine, type),
		offset: requireInteger(machine, offset, "offset", 0, itemsize),
		title: title === null ? null : requireName(machine, title, "title"),
	};
}
