import { readObject, readString, readWord } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { member, type JsonObject, type JsonValue } from "../protocol/json.js";
import { operations, type Bytes, type RunRequest, type Value } from "../protocol/messages.js";
import { parseValue } from "../nv1/parse-value.js";
import { readFileInput } from "./file-input.js";

/**
 * Reads a `run` request for an adapter: every part has been checked afterwards, and a `file` has become the bytes that it holds.
 *
 * @throws {FormError}
 */
export function parseRunRequest(object: JsonObject): RunRequest {
	const op = readWord(object, "op", operations, "");
	const format = readString(object, "format", "");
	const opts = member(object, "opts") === undefined ? {} : readObject(member(object, "opts"), "opts");
	if (op === "encode") {
		const value = member(object, "value");
		assertValue(value);
		return { cmd: "run", op, format, opts, value };
	}
	return { cmd: "run", op, format, opts, in: readInput(readObject(member(object, "in"), "in")) };
}

/** Whether JSON is a value, the judge's own parser tells. */
function assertValue(json: JsonValue | undefined): asserts json is JsonValue & Value {
	parseValue(json);
}

function readInput(object: JsonObject): Bytes {
	if (member(object, "b64") !== undefined) return { b64: readString(object, "b64", "in") };
	if (member(object, "hex") !== undefined) return { hex: readString(object, "hex", "in") };
	if (member(object, "file") !== undefined) return readFileInput(readString(object, "file", "in"));
	throw new FormError("in", "b64, hex or file is needed");
}
