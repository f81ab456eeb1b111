/** Anything that `JSON.parse` can return. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Keys may be any text, `__proto__` included: look them up with `Object.hasOwn`. */
export interface JsonObject {
	readonly [key: string]: JsonValue;
}
