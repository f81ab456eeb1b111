import type { PyLiteral } from "../literal/py-literal.js";
import type { DType } from "./types.js";

/** numpy.lib.format.dtype_to_descr */
export function toDescr(_dtype: DType): PyLiteral {
	throw new Error("toDescr is being written");
}

/** numpy.lib.format.descr_to_dtype */
export function fromDescr(_descr: PyLiteral): DType {
	throw new Error("fromDescr is being written");
}
