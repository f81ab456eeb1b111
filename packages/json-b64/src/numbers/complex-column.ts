import { fromBuffer, scalarDtype, type NDArray, type ScalarDType } from "@ndwire/core";
import type { Column, Refuse, TokenForm } from "./column.js";

/** Complex numbers: real ones as numbers, the others in strings as Python prints them, `"(1+2j)"` or without parentheses. */
export class ComplexColumn implements Column {
	readonly #dtype: ScalarDType;
	/** Real and imaginary parts by turns. */
	readonly #parts: Column;

	/** @param parts - A column for numbers of {@link partDtype}. */
	constructor(dtype: ScalarDType, parts: Column) {
		this.#dtype = dtype;
		this.#parts = parts;
	}

	get size(): number {
		return this.#parts.size / 2;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		const [re, im] = form === "string" ? partsOf(token, refuse) : [token, token === "null" ? token : "0"];
		this.#parts.put(re, form, refuse);
		this.#parts.put(im, form, refuse);
	}

	finish(shape: readonly number[]): NDArray {
		return complexOfParts(this.#parts.finish([...shape, 2]), this.#dtype);
	}
}

/** The dtype of either part. */
export function partDtype({ byteOrder, itemsize }: ScalarDType): ScalarDType {
	return scalarDtype({ kind: "f", itemsize: itemsize / 2, byteOrder: byteOrder === ">" ? ">" : "<" });
}

/** Complex numbers over the memory of their parts, which lie in pairs along the last axis. */
export function complexOfParts(parts: NDArray, dtype: ScalarDType): NDArray {
	return fromBuffer(parts.toBytes(), { dtype, shape: parts.shape.slice(0, -1) });
}

/** What Python's `complex` reads, without blanks and underscores. */
function partsOf(text: string, refuse: Refuse): readonly [re: string, im: string] {
	const bare = text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : text;
	if (!/j$/i.test(bare)) return [bare, "0"];
	const [matched, re = "0", im = ""] = parts.exec(bare) ?? [];
	if (matched === undefined) return refuse("bad-dtype", "a complex number, such as (1+2j)");
	return [re, /^[+-]?$/.test(im) ? `${im}1` : im];
}

const unsigned = String.raw`(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|nan|inf(?:inity)?`;
const parts = new RegExp(`^(?:([+-]?(?:${unsigned}))(?=[+-]))?([+-]?(?:${unsigned})?)j$`, "i");
