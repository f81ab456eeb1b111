import { parseJson } from "../protocol/json.js";
import type { Case } from "./case.js";
import type { LineFile, Span } from "./line-file.js";
import { LineList } from "./line-list.js";
import { parseCase } from "./parse-case.js";

/** The cases of a suite, sorted by id. They stay on disk: each is read anew wherever the list is gone through. */
export class CaseList implements Iterable<Case> {
	readonly #lines = new LineList();
	/** Numbers of lines, in the order of their ids. */
	readonly #order: Uint32Array;

	/** @param found - Every case once, file by file. */
	constructor(found: readonly { readonly id: string; readonly file: LineFile; readonly span: Span }[]) {
		for (const { file, span } of found) this.#lines.add(file, span);
		const idOf = (number: number): string => found[number]?.id ?? "";
		this.#order = Uint32Array.from(found.keys()).sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0));
	}

	get count(): number {
		return this.#order.length;
	}

	*[Symbol.iterator](): Generator<Case> {
		for (const number of this.#order) yield parseCase(parseJson(this.#lines.text(number)));
	}
}
