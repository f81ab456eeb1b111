import { parseJson } from "../protocol/json.js";
import type { Case } from "./case.js";
import type { LineFile, Span } from "./line-file.js";
import { LineList } from "./line-list.js";
import { parseCase } from "./parse-case.js";

/** The cases of a suite, sorted by id. They stay on disk: each is read anew wherever the list is gone through. */
export class CaseList implements Iterable<Case> {
	readonly #lines = new LineList();
	/** The id of every line, until they are sorted. */
	#ids: string[] = [];
	/** Numbers of lines, in the order of their ids; made when the list is first gone through. */
	#order: Uint32Array | undefined;

	/** All are added before the list is gone through. */
	add(id: string, file: LineFile, span: Span): void {
		if (this.#order !== undefined) throw new Error("a case comes too late");
		this.#ids.push(id);
		this.#lines.add(file, span);
	}

	get count(): number {
		return this.#lines.count;
	}

	*[Symbol.iterator](): Generator<Case> {
		for (const number of this.#sorted()) yield parseCase(parseJson(this.#lines.text(number)));
	}

	#sorted(): Uint32Array {
		if (this.#order !== undefined) return this.#order;
		const ids = this.#ids;
		const idOf = (number: number): string => ids[number] ?? "";
		this.#order = Uint32Array.from(ids.keys()).sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0));
		this.#ids = [];
		return this.#order;
	}
}
