import { win32 } from "node:path";
import { NDArray, type DType } from "@ndwire/core";
import { PyMap, isTuple, type PyPath, type PyRecord } from "@ndwire/pickle-reader";
import type { Nv1, Pair, Tree } from "../../src/protocol/messages.js";
import { writeDtype } from "./dtype.js";
import { writeArray } from "./nv1.js";
import { writeObjects } from "./object-array.js";

/** A Python value as a tagged tree. Objects that occur again are written once and then referred to. */
export function writeTree(value: unknown): Tree {
	return new TreeWriter().write(value);
}

/** An array whose dtype holds objects, its elements as tagged trees. */
export function writeObjectArray(array: NDArray): Nv1 {
	return new TreeWriter().writeArray(array);
}

type OpenTree = { -readonly [Key in keyof Tree]: Tree[Key] } & { id?: number };

/** Bytes that are written out wherever they occur. */
const SHORT = 64;

class TreeWriter {
	/** What has been begun: an object may hold itself. */
	readonly #begun = new Map<object, OpenTree>();
	#ids = 0;

	write(value: unknown): Tree {
		if (typeof value !== "object" || value === null) return writeAtom(value);
		// Shorter than a reference to it.
		if (value instanceof Uint8Array && value.length < SHORT) return this.#writeObject(value);
		const begun = this.#begun.get(value);
		if (begun !== undefined) return this.#refer(begun);
		const tree: OpenTree = { t: "none" };
		this.#begun.set(value, tree);
		return Object.assign(tree, this.#writeObject(value));
	}

	writeArray(array: NDArray): Nv1 {
		if (!array.dtype.hasObject) return writeArray(array);
		const order = array.order ?? "C";
		const items = writeObjects(array, order, (value) => this.write(value));
		return { dtype: writeDtype(array.dtype), shape: array.shape, order, data: { items } };
	}

	#refer(tree: OpenTree): Tree {
		if (tree.id === undefined) tree.id = this.#ids += 1;
		return { t: "ref", id: tree.id };
	}

	#writeObject(value: object): Tree {
		if (value instanceof Uint8Array) return { t: "bytes", b64: toBase64(value) };
		if (isArray(value)) return { t: "ndarray", v: this.writeArray(value) };
		if (value instanceof Set) return { t: "set", v: this.#writeAll(value) };
		if (value instanceof PyMap) return this.#writeMap(value);
		if (value instanceof Map) return { t: "dict", v: this.#writePairs(value) };
		if (isTuple(value)) return { t: "tuple", v: this.#writeAll(value) };
		if (Array.isArray(value)) return { t: "list", v: this.#writeAll(value) };
		if (isDtype(value)) return { t: "dtype", v: writeDtype(value) };
		if (isRecord(value)) return this.#writeRecord(value);
		throw new TypeError("value: a record without a kind is no Python value");
	}

	#writeMap(map: PyMap): Tree {
		const args = map.kind === "defaultdict" ? { args: [this.write(map.factory)] } : {};
		return { t: "object", name: `collections.${map.kind}`, ...args, pairs: this.#writePairs(map) };
	}

	#writeRecord(record: PyRecord): Tree {
		const object = (name: string, ...args: readonly unknown[]): Tree => ({
			t: "object",
			name,
			args: this.#writeAll(args),
		});
		switch (record.kind) {
			case "bytearray":
				return { t: "bytearray", b64: toBase64(record.bytes) };
			case "complex":
				return { t: "c16", x: toHex(record.re, record.im) };
			case "range":
			case "slice":
				return object(`builtins.${record.kind}`, record.start, record.stop, record.step);
			case "global":
				return { t: "global", v: `${record.module}.${record.name}` };
			case "decimal":
				return object("decimal.Decimal", record.text);
			case "uuid":
				return object("uuid.UUID", record.text);
			case "fraction":
				return object("fractions.Fraction", record.numerator, record.denominator);
			case "date":
				return object("datetime.date", ...integers(record.year, record.month, record.day));
			case "datetime": {
				const { year, month, day, hour, minute, second, microsecond, tzinfo } = record;
				return object("datetime.datetime", ...integers(year, month, day, hour, minute, second, microsecond), tzinfo);
			}
			case "time": {
				const { hour, minute, second, microsecond, tzinfo } = record;
				return object("datetime.time", ...integers(hour, minute, second, microsecond), tzinfo);
			}
			case "timedelta":
				return object("datetime.timedelta", ...integers(record.days, record.seconds, record.microseconds));
			case "timezone":
				return object("datetime.timezone", record.offset);
			case "deque": {
				const { maxlen, items } = record;
				const limit = maxlen === null ? null : BigInt(maxlen);
				return { t: "object", name: "collections.deque", args: [this.write(limit)], items: this.#writeAll(items) };
			}
			case "path":
				return object(`pathlib.${record.flavour}`, ...pathParts(record));
			case "namespace":
				return { t: "object", name: "types.SimpleNamespace", pairs: this.#writePairs(record.attributes) };
			case "array":
				return object("array.array", record.typecode, record.values);
			case "scalar":
				return { t: "scalar", v: this.writeArray(record.array) };
			case "masked":
				return { t: "masked", data: this.writeArray(record.data), mask: writeArray(record.mask) };
			case "stub": {
				const { module, name, args, kwargs, items, pairs, state } = record;
				return {
					t: "object",
					name: `${module}.${name}`,
					args: this.#writeAll(kwargs.size === 0 ? args : [...args, kwargs]),
					items: this.#writeAll(items),
					pairs: this.#writePairs(pairs),
					...(state === null ? {} : { state: this.write(state) }),
				};
			}
		}
	}

	#writeAll(values: Iterable<unknown>): Tree[] {
		return Array.from(values, (value) => this.write(value));
	}

	#writePairs(pairs: Iterable<readonly [unknown, unknown]>): Pair[] {
		return Array.from(pairs, ([key, value]): Pair => [this.write(key), this.write(value)]);
	}
}

function writeAtom(value: unknown): Tree {
	switch (typeof value) {
		case "boolean":
			return { t: "bool", v: value };
		case "bigint":
			return { t: "int", v: String(value) };
		case "number":
			return { t: "f8", x: toHex(value) };
		case "string":
			return { t: "str", v: value };
		default:
			return { t: "none" };
	}
}

/** `PurePath.parts`. Since Python 3.13 a pickle has the texts that a path was made of. */
function pathParts({ flavour, parts }: PyPath): readonly string[] {
	const separator = flavour.includes("Windows") ? "\\" : "/";
	let path = "";
	for (const part of parts) {
		const isOpen = path === "" || path.endsWith(separator);
		path += (isOpen ? "" : separator) + (separator === "/" ? part : part.replaceAll("/", separator));
	}
	// Two slashes are a root of their own, three are one.
	const root = separator === "/" ? (/^\/\/(?!\/)|^\//.exec(path)?.[0] ?? "") : win32.parse(path).root;
	const names = path.slice(root.length).split(separator);
	return [root, ...names].filter((name) => name !== "" && name !== ".");
}

/** Numbers that are integers in Python whatever the option `ints` says. */
function integers(...numbers: readonly number[]): readonly bigint[] {
	return numbers.map(BigInt);
}

function isArray(value: object): value is NDArray {
	return value instanceof NDArray;
}

function isDtype(value: object): value is DType {
	return "tag" in value;
}

/** Our decoder makes objects with a `kind` of these alone. */
function isRecord(value: object): value is PyRecord {
	return "kind" in value;
}

function toHex(...numbers: readonly number[]): string {
	const bytes = Buffer.alloc(numbers.length * 8);
	for (const [index, number] of numbers.entries()) bytes.writeDoubleLE(number, index * 8);
	return bytes.toString("hex");
}

function toBase64(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
