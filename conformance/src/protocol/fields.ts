import { FormError } from "./form-error.js";
import { isJsonArray, isJsonObject, member, type JsonObject, type JsonValue } from "./json.js";

/**
 * Readers of one member of a JSON object, each with the check of its type. `path` is the object's own place and stands in the
 * message of the {@link FormError} that they throw.
 */

export function readObject(json: JsonValue | undefined, path: string): JsonObject {
	if (isJsonObject(json)) return json;
	throw new FormError(path, `an object is needed, found ${nameOf(json)}`);
}

export function readArray(json: JsonValue | undefined, path: string): readonly JsonValue[] {
	if (isJsonArray(json)) return json;
	throw new FormError(path, `an array is needed, found ${nameOf(json)}`);
}

export function readString(object: JsonObject, key: string, path: string): string {
	const value = member(object, key);
	if (typeof value === "string") return value;
	throw new FormError(join(path, key), `a string is needed, found ${nameOf(value)}`);
}

export function readOptionalString(object: JsonObject, key: string, path: string): string | undefined {
	return member(object, key) === undefined ? undefined : readString(object, key, path);
}

/** A non-negative integer that a JavaScript number holds exactly. */
export function readCount(object: JsonObject, key: string, path: string): number {
	return checkCount(member(object, key), join(path, key));
}

export function readOptionalBoolean(object: JsonObject, key: string, path: string): boolean | undefined {
	const value = member(object, key);
	if (value === undefined || typeof value === "boolean") return value;
	throw new FormError(join(path, key), `true or false is needed, found ${nameOf(value)}`);
}

/** One of the given words. */
export function readWord<const Word extends string>(
	object: JsonObject,
	key: string,
	words: readonly Word[],
	path: string,
): Word {
	const found = readString(object, key, path);
	const word = words.find((candidate) => candidate === found);
	if (word !== undefined) return word;
	throw new FormError(join(path, key), `${JSON.stringify(found)} is none of ${words.join(" ")}`);
}

/**
 * Extents of axes. Beside an extent of 0, or of items without width, NumPy has extents beyond 2**53 - 1, and adapters in other
 * languages report them.
 */
export function readShape(object: JsonObject, key: string, path: string): readonly number[] {
	const at = join(path, key);
	return readArray(member(object, key), at).map((extent, axis) => checkExtent(extent, `${at}[${axis}]`));
}

export function readStrings(object: JsonObject, key: string, path: string): readonly string[] {
	const at = join(path, key);
	return readArray(member(object, key), at).map((value, index) => {
		if (typeof value === "string") return value;
		throw new FormError(`${at}[${index}]`, `a string is needed, found ${nameOf(value)}`);
	});
}

export function join(path: string, key: string): string {
	return path === "" ? key : `${path}.${key}`;
}

function checkExtent(value: JsonValue | undefined, path: string): number {
	if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
	throw new FormError(path, `a non-negative integer is needed, found ${nameOf(value)}`);
}

function checkCount(value: JsonValue | undefined, path: string): number {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
	throw new FormError(path, `a non-negative integer is needed, found ${nameOf(value)}`);
}

function nameOf(value: JsonValue | undefined): string {
	if (value === undefined) return "nothing";
	if (isJsonArray(value)) return "an array";
	if (isJsonObject(value)) return "an object";
	return typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : String(value);
}
