import { believe } from "./believe.js";

/** An empty object without a prototype, in which `__proto__` and `constructor` are names like any other. */
export function nullRecord<Value>(): Record<string, Value> {
	return believe(Object.create(null));
}
