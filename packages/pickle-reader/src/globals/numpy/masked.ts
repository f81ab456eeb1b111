import { refuseUnsafe } from "../../refuse.js";
import { NDArray, scalarDtype, structDtype, subarrayDtype, type DType } from "@ndwire/core";
import { countOf } from "./dtype-size.js";
import type { GlobalBuilder } from "../builder.js";
import { aGlobal, anything, aTuple, someBytes, takes } from "../checks.js";
import { partsOfState } from "./array-state.js";
import { contiguous, viewOrCopy } from "./layout.js";
import { makeShell } from "./shell.js";

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
export const buildMaskedArray: GlobalBuilder = /* @__PURE__ */ takes(
	[aGlobal, aGlobal, anything, anything],
	(_class, _base, _shape, _code, machine) => {
		const masked: OpenMasked = { kind: "masked", data: makeShell(), mask: makeShell(), fillValue: null };
		machine.await(masked, (state) => {
			const parts = aTuple(state, machine);
			// Subclasses put what they add behind.
			if (parts.length < 7) refuseUnsafe("7 parts", parts.length);
			const data = new NDArray(partsOfState(parts.slice(0, 5), machine));
			const order = Number(parts[3]) === 1 ? "F" : "C";
			// It may be named again, for other arrays.
			machine.spendBytes(16 * countOf(data.dtype, machine));
			const layout = contiguous(booleansOf(data.dtype), data.shape, order);
			masked.data = data;
			masked.mask = new NDArray(viewOrCopy(someBytes(parts[5], machine), layout, machine));
			masked.fillValue = parts[6];
		});
		return masked;
	},
);

const BOOLEAN: DType = /* @__PURE__ */ scalarDtype({ kind: "b", itemsize: 1 });

/** `numpy.ma.masked` itself. */
export const buildMaskedConstant: GlobalBuilder = /* @__PURE__ */ takes([], () => ({
	kind: "masked",
	data: new NDArray({ dtype: scalarDtype({ kind: "f", itemsize: 8 }), shape: [], buffer: new ArrayBuffer(8) }),
	mask: new NDArray({ dtype: BOOLEAN, shape: [], buffer: Uint8Array.of(1).buffer }),
	fillValue: null,
}));

/** `numpy.ma.make_mask_descr`: a boolean in place of every scalar. */
function booleansOf(type: DType): DType {
	if (type.tag === "scalar") return BOOLEAN;
	if (type.tag === "subarray") return subarrayDtype(booleansOf(type.base), type.shape);
	const { names, fields } = type;
	return structDtype(names.map((name) => ({ name, dtype: booleansOf(fields[name]?.dtype ?? BOOLEAN) })));
}
