import { nullRecord } from "../dtype/null-record.js";
import { fieldOf } from "../dtype/struct.js";
import type { DType, StructDType } from "../dtype/types.js";
import { expectType, misfit, mismatch } from "./expectation.js";
import { isList } from "./is-list.js";
import type { Memory } from "./memory.js";
import { scalarAccessor } from "./scalar-accessor.js";
import { contiguousStrides } from "./strides.js";

/** How elements of a dtype are read and written at byte offsets of one memory. */
export interface Accessor {
	/** Gives the element as a value of its own: nothing of it shares the memory. */
	readonly get: (at: number) => unknown;
	/**
	 * Stores a value, which must be what `get` gives for the dtype: nothing is rounded but floats, nothing cut off.
	 *
	 * @throws {TypeError} for a value of another type, {RangeError} for one that does not fit.
	 */
	readonly set: (at: number, value: unknown) => void;
}

/** The accessor of a dtype: what depends on that alone is found out here, once. */
export function accessorOf(dtype: DType, memory: Memory): Accessor {
	switch (dtype.tag) {
		case "scalar":
			return scalarAccessor(dtype, memory);
		case "struct":
			return recordAccessor(dtype, memory);
		case "subarray": {
			const { base, shape } = dtype;
			return listAccessor(accessorOf(base, memory), base, shape, contiguousStrides(shape, base.itemsize));
		}
		default:
			return dtype satisfies never;
	}
}

/** Elements as nested lists, one level per axis; the element itself where there is no axis. */
export function listAccessor(
	element: Accessor,
	dtype: DType,
	shape: readonly number[],
	strides: readonly number[],
): Accessor {
	return shape.reduceRight<Accessor>(({ get, set }, extent, axis) => {
		const stride = strides[axis] ?? 0;
		return {
			get: (at) => {
				const list = new Array<unknown>(extent);
				for (let index = 0; index < extent; index += 1) list[index] = get(at + index * stride);
				return list;
			},
			set: (at, list) => {
				if (!isList(list, dtype)) throw mismatch("a list", list);
				if (list.length !== extent) throw misfit(`${extent} values`, list.length);
				for (let index = 0; index < extent; index += 1) set(at + index * stride, list[index]);
			},
		};
	}, element);
}

function recordAccessor(dtype: StructDType, memory: Memory): Accessor {
	const fields = dtype.names.map((name) => {
		const { offset, dtype: type } = fieldOf(dtype, name);
		return { name, offset, ...accessorOf(type, memory) };
	});
	return {
		get: (at) => {
			const record = nullRecord<unknown>();
			for (const { name, offset, get } of fields) record[name] = get(at + offset);
			return record;
		},
		set: (at, value) => {
			const record = expectType("object", value);
			const missing = dtype.names.find((name) => !Object.hasOwn(record, name));
			if (missing !== undefined) throw mismatch(`an object with the field ${missing}`, value);
			for (const { name, offset, set } of fields) set(at + offset, record[name]);
		},
	};
}
