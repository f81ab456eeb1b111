import type { FormatError } from "@ndwire/core";
import { refusal } from "../refusal.js";

/** Most axes of an array: NumPy's `NPY_MAXDIMS` since 2.0. */
const mostAxes = 64;

/** Follows nested lists as they open and close, and finds the shape that they have. */
export class Nesting {
	/** Items so far of every list that is open, the outermost first: the way to the item that comes next. */
	readonly #counts: number[] = [];
	/** Per axis, the length of the first list that closed there. */
	readonly #extents: (number | undefined)[] = [];
	/** At which depth the elements are: told by the first of them, or by an empty list. */
	#rank: number | undefined;
	readonly #prefix: string;

	/** @param prefix - Path of the outermost list in the document. */
	constructor(prefix: string) {
		this.#prefix = prefix;
	}

	get depth(): number {
		return this.#counts.length;
	}

	/** A list begins. */
	open(offset: number): void {
		const { depth } = this;
		if (depth === this.#rank) throw this.#ragged("an element, as elsewhere at this depth", "a list", offset);
		if (depth === mostAxes) throw this.#refuse("limit", `at most ${mostAxes} nested lists`, "more", offset);
		this.#counts.push(0);
	}

	/** The innermost list ends. */
	close(offset: number): void {
		const axis = this.depth - 1;
		const count = this.#counts.pop() ?? 0;
		this.#rank ??= count === 0 ? axis + 1 : undefined;
		const extent = (this.#extents[axis] ??= count);
		if (extent !== count) throw this.#ragged(`a list of ${extent}, as long as the first`, `one of ${count}`, offset);
		if (axis > 0) this.#counts[axis - 1] = (this.#counts[axis - 1] ?? 0) + 1;
	}

	/** An element comes next. */
	expectElement(offset: number): void {
		this.#rank ??= this.depth;
		if (this.depth !== this.#rank) throw this.#ragged("a list, as elsewhere at this depth", "an element", offset);
	}

	/** So many elements of the innermost list have ended. */
	passElements(count: number): void {
		const last = this.#counts.length - 1;
		if (last >= 0) this.#counts[last] = (this.#counts[last] ?? 0) + count;
	}

	/** Path of the item that comes next, such as `data[1][0]`. */
	get path(): string {
		return this.#prefix + this.#counts.map((count) => `[${count}]`).join("");
	}

	/** The shape, once every list has closed. */
	get shape(): readonly number[] {
		return this.#extents.slice(0, this.#rank ?? 0).map((extent) => extent ?? 0);
	}

	#ragged(expected: string, found: string, offset: number): FormatError {
		return this.#refuse("bad-shape", expected, found, offset);
	}

	#refuse(code: "bad-shape" | "limit", expected: string, found: string, offset: number): FormatError {
		return refusal(code, expected, found, { offset, path: this.path || undefined });
	}
}
