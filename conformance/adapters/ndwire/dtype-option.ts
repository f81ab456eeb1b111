import type { DType } from "@ndwire/core";
import { parseDtype } from "../../src/nv1/parse-dtype.js";
import { member, type JsonObject, type JsonValue } from "../../src/protocol/json.js";
import type { DT } from "../../src/protocol/messages.js";
import { readDtype } from "./dtype.js";

/** The option `dtype` of a request. @throws {FormError} if it is there and no DT. */
export function readDtypeOption(opts: JsonObject): DType | undefined {
	const json = member(opts, "dtype");
	if (json === undefined) return undefined;
	assertDtype(json);
	return readDtype(json);
}

/** Whether JSON is a DT, the judge's own parser tells. */
function assertDtype(json: JsonValue): asserts json is JsonValue & DT {
	parseDtype(json, "opts.dtype");
}
