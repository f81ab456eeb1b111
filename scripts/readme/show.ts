/**
 * A value as READMEs print it behind `//`: `[1, -0]`, `"text"`, `12n`, `Int16Array [1, 2]`, `{ id: 1 }`, `Map { "a" => 1 }`.
 */
export function show(value: unknown): string {
	if (typeof value === "string") return JSON.stringify(value);
	if (typeof value === "bigint") return `${value}n`;
	if (Object.is(value, -0)) return "-0";
	if (Array.isArray(value)) return showList(value);
	if (value instanceof Map) return showBraces("Map ", showPairs(value));
	if (value instanceof Error) return `${value.name}: ${value.message}`;
	if (isTypedArray(value)) return `${value.constructor.name} ${showList(Array.from<unknown>(value))}`;
	if (typeof value === "object" && value !== null) {
		return showBraces(
			"",
			Object.entries(value).map(([key, item]) => `${showKey(key)}: ${show(item)}`),
		);
	}
	return String(value);
}

function isTypedArray(value: unknown): value is ArrayLike<unknown> & Iterable<unknown> {
	return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function showList(items: readonly unknown[]): string {
	return `[${items.map(show).join(", ")}]`;
}

function showPairs(map: ReadonlyMap<unknown, unknown>): string[] {
	return Array.from(map, ([key, item]) => `${show(key)} => ${show(item)}`);
}

function showBraces(name: string, items: readonly string[]): string {
	return items.length === 0 ? `${name}{}` : `${name}{ ${items.join(", ")} }`;
}

function showKey(key: string): string {
	return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
