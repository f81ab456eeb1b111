import { dtype, type DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { isGlobal } from "../../values/records.js";
import { requireCount, requireName } from "../arguments.js";
import { dtypeOfState } from "./dtype-state.js";

/**
 * `numpy.dtype(code, align, copy)`: the dtype of a code without byte order, which with fields and the rest follows as its
 * state. It is filled in place then, as other objects of the pickle may already name it.
 */
export function buildDtype(machine: Machine, args: readonly unknown[]): DType {
	requireCount(machine, args, 1, 3);
	const [codeValue] = args;
	const isRecord = isGlobal(codeValue) && codeValue.name === "record";
	const code = isRecord ? "V0" : requireName(machine, codeValue, "code of a dtype");
	if (!/^[A-Za-z?]\d*$/.test(code)) throw machine.refusal("bad-dtype", "a kind and a size", JSON.stringify(code));
	const type = openDtype(dtype(code));
	machine.globals.awaiting.set(type, (state) =>
		become(type, dtypeOfState(machine, { code, target: type, isRecord, state })),
	);
	return type;
}

/**
 * A copy of our own, with the properties last that structs and subarrays do not have: taking away the last property is
 * what engines do without making the object slow.
 */
function openDtype(type: DType): DType {
	if (type.tag !== "scalar" || type.kind !== "V") return { ...type };
	const { tag, itemsize, alignment, hasObject, kind, byteOrder } = type;
	return { tag, itemsize, alignment, hasObject, kind, byteOrder };
}

function become(target: DType, source: DType): void {
	for (const key of Object.keys(target).reverse()) {
		if (!Object.hasOwn(source, key)) Reflect.deleteProperty(target, key);
	}
	Object.assign(target, source);
}
