import { formatDtype, type DType, type NDArray } from "@ndwire/core";
import { refusal } from "../refusal.js";
import { columnOf } from "./column-of.js";
import type { Column } from "./column.js";
import { Nesting } from "./nesting.js";
import type { DecodeNumbersOptions, Location } from "./options.js";
import { parseFloats } from "./parse-floats.js";
import { NumberScanner } from "./scanner.js";
import { arrayOfNumbers } from "./store.js";

/** Makes an array of text that comes in one piece or in several. */
export class NumbersDecoder {
	readonly #column: Column;
	readonly #nesting: Nesting;
	readonly #scanner: NumberScanner;
	readonly #shape: readonly number[] | undefined;
	readonly #location: Location;

	constructor(dtype: DType, options: Omit<DecodeNumbersOptions, "dtype">, location: Location) {
		this.#column = makeColumn(dtype, options);
		this.#nesting = new Nesting(location.path);
		this.#scanner = new NumberScanner(this.#column, this.#nesting, location.offset);
		this.#shape = options.shape;
		this.#location = location;
	}

	/** Takes the next part of the text, which does not end within an element. */
	push(text: string): void {
		this.#scanner.scan(text);
	}

	/** The array, once all text was pushed. */
	finish(): NDArray {
		this.#scanner.finish();
		const { shape } = this.#nesting;
		return this.#column.finish(resolveShape(this.#shape, shape, this.#column.size, this.#location));
	}
}

/** The array that a whole text spells. */
export function decodeWhole(
	text: string,
	dtype: DType,
	options: Omit<DecodeNumbersOptions, "dtype">,
	location: Location,
): NDArray {
	if (dtype.tag === "scalar" && dtype.kind === "f" && dtype.itemsize <= 8) {
		const parsed = parseFloats(text, dtype);
		if (parsed !== undefined) {
			const { numbers, shape } = parsed;
			return arrayOfNumbers(numbers, resolveShape(options.shape, shape, numbers.length, location), dtype);
		}
	}
	const decoder = new NumbersDecoder(dtype, options, location);
	decoder.push(text);
	return decoder.finish();
}

function makeColumn(
	dtype: DType,
	{ null: nulls = "error", overflow = "error" }: Omit<DecodeNumbersOptions, "dtype">,
): Column {
	const column = dtype.tag === "scalar" ? columnOf(dtype, { null: nulls, overflow }) : undefined;
	if (column !== undefined) return column;
	const expected = "a dtype that numbers and text spell (json-numpy and triple-list carry any but objects)";
	throw refusal(dtype.hasObject ? "unsafe-object" : "bad-dtype", expected, formatDtype(dtype, "text"));
}

/** The shape that was asked for, if the lists are nested in it, or flat; else that of the lists. */
function resolveShape(
	asked: readonly number[] | undefined,
	nested: readonly number[],
	size: number,
	{ offset, path }: Location,
): readonly number[] {
	if (asked === undefined) return nested;
	const isFlat = nested.length === 1 && nested[0] === asked.reduce((product, extent) => product * extent, 1);
	// Lists do not show the axes behind one of length 0.
	const isNested =
		size === 0
			? asked.includes(0)
			: nested.length === asked.length && nested.every((extent, axis) => extent === asked[axis]);
	if (isFlat || isNested) return asked;
	const place = { offset, path: path || undefined };
	throw refusal(
		"bad-shape",
		`elements of the shape [${asked.join(", ")}], or all in one list`,
		`the shape [${nested.join(", ")}]`,
		place,
	);
}
