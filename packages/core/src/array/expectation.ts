import { believe } from "../dtype/believe.js";

/** @throws {TypeError} for a value of another type than the one named; null is no object here. */
export function expectType<Name extends keyof Types>(type: Name, value: unknown): Types[Name] {
	if (typeof value === type && value !== null) return believe(value);
	throw mismatch(`a value of type ${type}`, value);
}

/** What is thrown for a value of another type. */
export function mismatch(expected: string, found: unknown): TypeError {
	return new TypeError(`expected ${expected}, found ${Object(found) === found ? "an object" : String(found)}`);
}

/** What is thrown for a value of the right type that does not fit. */
export function misfit(expected: string, found: unknown): RangeError {
	return new RangeError(`expected ${expected}, found ${String(found)}`);
}

/** Names by which `typeof` tells types apart. */
interface Types {
	readonly boolean: boolean;
	readonly number: number;
	readonly string: string;
	readonly object: Readonly<Record<string, unknown>>;
}
