import { contiguousStrides, dtype, NDArray, zeros, type DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { isGlobal } from "../../values/records.js";
import { asTuple } from "../../values/sequences.js";
import { badArgument, requireBytes, requireCount, requireTuple } from "../arguments.js";
import { arrayOfState } from "./array-state.js";
import { viewOrCopy } from "./view-or-copy.js";

/** A masked array while the pickle is read. */
interface OpenMasked {
	readonly kind: "masked";
	data: NDArray;
	mask: NDArray;
	fillValue: unknown;
}

/**
 * `_mareconstruct(class, base class, (0,), 'b')`, and the state `(1, shape, dtype, is_f, data, mask, fill value)`: that of
 * an array, then the mask's bytes in the same order.
 */
export function buildMaskedArray(machine: Machine, args: readonly unknown[]): OpenMasked {
	requireCount(machine, args, 4);
	for (const arrayClass of args.slice(0, 2)) {
		if (!isGlobal(arrayClass)) throw badArgument(machine, "a class of arrays", arrayClass);
	}
	const masked: OpenMasked = {
		kind: "masked",
		data: machine.shells.make(),
		mask: zeros([0], { dtype: "?" }),
		fillValue: null,
	};
	machine.globals.awaiting.set(masked, (state) => fillMasked(machine, masked, state));
	return masked;
}

/** `numpy.ma.masked` itself. */
export function buildMaskedConstant(machine: Machine, args: readonly unknown[]): OpenMasked {
	requireCount(machine, args, 0);
	const mask = zeros([], { dtype: "?" });
	mask.set(true);
	return { kind: "masked", data: zeros([], { dtype: "<f8" }), mask, fillValue: null };
}

function fillMasked(machine: Machine, masked: OpenMasked, state: unknown): void {
	const parts = requireTuple(machine, state, "state of a masked array");
	if (parts.length !== 7) throw badArgument(machine, "7 parts in a masked array's state", parts.length);
	const data = arrayOfState(machine, asTuple(parts.slice(0, 5)));
	const maskBytes = requireBytes(machine, parts[5], "mask");
	const maskDtype = booleansOf(data.dtype);
	const strides = contiguousStrides(data.shape, maskDtype.itemsize, Number(parts[3]) === 1 ? "F" : "C");
	masked.data = data;
	masked.mask = viewOrCopy(machine, maskBytes, { dtype: maskDtype, shape: data.shape, strides }, data.size);
	masked.fillValue = parts[6];
}

/** `numpy.ma.make_mask_descr`: a boolean in place of every scalar. */
function booleansOf(type: DType): DType {
	switch (type.tag) {
		case "scalar":
			return dtype("?");
		case "subarray":
			return dtype([booleansOf(type.base), type.shape]);
		case "struct":
			return dtype(type.names.map((name) => [name, booleansOf(type.fields[name]?.dtype ?? dtype("?"))]));
		default:
			return type satisfies never;
	}
}
