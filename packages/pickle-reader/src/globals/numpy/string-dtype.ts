import { dtype, type DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { requireCount } from "../arguments.js";

/** `_convert_to_stringdtype_kwargs(coerce[, na_object])`: a StringDType, whose elements are pickled as a list of text. */
export function buildStringDtype(machine: Machine, args: readonly unknown[]): DType {
	requireCount(machine, args, 0, 2);
	return dtype("T");
}
