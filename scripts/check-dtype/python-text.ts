import type { DTypeSpec, FieldSpec, FieldsSpec } from "../../packages/core/src/dtype/spec.js";

/** The Python literal that a spec stands for, in ASCII: a pair of a base and a shape is a tuple, any other list one of fields. */
export function pythonText(spec: DTypeSpec): string {
	if (typeof spec === "string") return pythonString(spec);
	if (isPair(spec)) return `(${pythonText(spec[0])}, ${shapeText(spec[1])})`;
	if (isFields(spec)) return `[${spec.map(fieldText).join(", ")}]`;
	if ("tag" in spec) throw new TypeError("A dtype has no Python text; generate its spec");
	return dictText(spec);
}

/** Python's spelling of a string with every character outside ASCII escaped, so that it survives any Python and encoding. */
export function pythonString(text: string): string {
	return `'${Array.from(text, escape).join("")}'`;
}

function fieldText([name, type, shape]: FieldSpec): string {
	const key = typeof name === "string" ? pythonString(name) : `(${orNone(name[0])}, ${pythonString(name[1])})`;
	return `(${key}, ${pythonText(type)}${shape === undefined ? "" : `, ${shapeText(shape)}`})`;
}

function dictText({ names, formats, offsets, titles, itemsize, aligned }: FieldsSpec): string {
	const entries = {
		names: list(names.map(pythonString)),
		formats: list(formats.map(pythonText)),
		offsets: offsets && list(offsets.map(String)),
		titles: titles && list(titles.map(orNone)),
		itemsize,
		aligned: aligned === undefined ? undefined : aligned ? "True" : "False",
	};
	const given = Object.entries(entries).filter(([, value]) => value !== undefined);
	return `{${given.map(([key, value]) => `'${key}': ${value}`).join(", ")}}`;
}

function shapeText(shape: number | readonly number[]): string {
	if (typeof shape === "number") return String(shape);
	return `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
}

function list(items: readonly string[]): string {
	return `[${items.join(", ")}]`;
}

function orNone(title: string | null): string {
	return title === null ? "None" : pythonString(title);
}

function escape(character: string): string {
	if (/[ -&(-[\]-~]/.test(character)) return character;
	const hex = (character.codePointAt(0) ?? 0).toString(16);
	if (hex.length <= 2) return `\\x${hex.padStart(2, "0")}`;
	return hex.length <= 4 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

function isPair(
	spec: Exclude<DTypeSpec, string>,
): spec is readonly [base: DTypeSpec, shape: number | readonly number[]] {
	if (!Array.isArray(spec) || spec.length !== 2) return false;
	const shape: unknown = spec[1];
	return typeof shape === "number" || (Array.isArray(shape) && shape.every((extent) => typeof extent === "number"));
}

function isFields(spec: Exclude<DTypeSpec, string>): spec is readonly FieldSpec[] {
	return Array.isArray(spec);
}
