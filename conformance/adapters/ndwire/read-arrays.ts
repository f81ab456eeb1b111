import type { NDArray } from "@ndwire/core";
import type { Value } from "../../src/protocol/messages.js";
import { readArray } from "./nv1.js";

/** Arrays by their names, in order: the members of an archive, the tensors of a request. */
export function readArrays(value: Value): readonly (readonly [string, NDArray])[] {
	if (!("t" in value) || value.t !== "dict") throw new TypeError("value: a dict of arrays is needed");
	return value.v.map(([name, array]) => {
		if ("t" in name && name.t === "str" && "t" in array && array.t === "ndarray") return [name.v, readArray(array.v)];
		throw new TypeError("value: a dict from names to arrays is needed");
	});
}
