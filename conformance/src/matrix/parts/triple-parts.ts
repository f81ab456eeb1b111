import { isJsonArray, parseJson, type JsonValue } from "../../protocol/json.js";
import type { Part } from "./part.js";

/** The tokens of a triple: `str(dtype)`, base64 of the data, shape. */
export function tripleParts(bytes: Uint8Array): readonly Part[] {
	const json = parseJson(Buffer.from(bytes).toString("utf8"));
	const [dtype, data, shape] = isJsonArray(json) ? json : [];
	return [
		{ name: "str(dtype)", text: textOf(dtype), level: "L2" },
		{ name: "data", text: textOf(data), level: "L3" },
		{ name: "shape", text: textOf(shape), level: "L3" },
	];
}

function textOf(json: JsonValue = null): string {
	return typeof json === "string" ? json : JSON.stringify(json);
}
