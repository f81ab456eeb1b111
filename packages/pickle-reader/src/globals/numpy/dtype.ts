import { scalarDtype, type DType } from "@ndwire/core";
import { isGlobal } from "../../values/records.js";
import type { GlobalBuilder } from "../builder.js";
import { aName, anything, optional, takes } from "../checks.js";
import { dtypeOfCode } from "./dtype-code.js";
import { dtypeOfState } from "./dtype-state.js";

const perhaps = /* @__PURE__ */ optional(anything);

/**
 * `numpy.dtype(code, align, copy)`: the dtype of a code without byte order, which with fields and the rest follows as its
 * state. It is filled in place then, as other objects of the pickle may already name it.
 */
export const buildDtype: GlobalBuilder = /* @__PURE__ */ takes(
	[anything, perhaps, perhaps],
	(codeValue, _align, _copy, machine) => {
		const isRecord = isGlobal(codeValue) && codeValue.name === "record";
		const type = dtypeOfCode(isRecord ? "V0" : aName(codeValue, machine));
		machine.await(type, (state) => become(type, dtypeOfState(type, isRecord, state, machine)));
		return type;
	},
);

/** `_convert_to_stringdtype_kwargs(coerce[, na_object])`: a StringDType, whose elements are pickled as a list of text. */
export const buildStringDtype: GlobalBuilder = /* @__PURE__ */ takes([perhaps, perhaps], () =>
	scalarDtype({ kind: "T", itemsize: 16 }),
);

function become(target: DType, source: DType): void {
	for (const key of Object.keys(target)) {
		if (!Object.hasOwn(source, key)) Reflect.deleteProperty(target, key);
	}
	Object.assign(target, source);
}
