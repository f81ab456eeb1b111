/** Readers of a line of `bench-pickle.py`. */

export function readObject(line: string): object {
	const json: unknown = JSON.parse(line);
	if (typeof json === "object" && json !== null) return json;
	throw new TypeError(`bench-pickle.py printed ${line}`);
}

export function readString(object: object, key: string): string {
	const value = member(object, key);
	if (typeof value === "string") return value;
	throw new TypeError(`bench-pickle.py: ${key} is a string`);
}

export function readNumber(object: object, key: string): number {
	const value = member(object, key);
	if (typeof value === "number") return value;
	throw new TypeError(`bench-pickle.py: ${key} is a number`);
}

function member(object: object, key: string): unknown {
	return Object.entries(object).find(([name]) => name === key)?.[1];
}
