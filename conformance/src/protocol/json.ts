/** Anything that `JSON.parse` can return. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Keys may be any text, `__proto__` included: look them up with {@link member}. */
export interface JsonObject {
	readonly [key: string]: JsonValue;
}

/** The value that `text` spells. @throws {SyntaxError} as `JSON.parse` does. */
export function parseJson(text: string): JsonValue {
	// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- without a reviver these are the types; the declaration says `any`
	return JSON.parse(text) as JsonValue;
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
	return Array.isArray(value);
}

/** What `object` itself holds under `key`; undefined where there is nothing. */
export function member(object: JsonObject, key: string): JsonValue | undefined {
	return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** JSON of a value with the keys of every object sorted: equal values give equal text. */
export function canonicalJson(value: JsonValue): string {
	if (isJsonArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (!isJsonObject(value)) return JSON.stringify(value);
	const members = Object.keys(value)
		.toSorted()
		.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
	return `{${members.join(",")}}`;
}
