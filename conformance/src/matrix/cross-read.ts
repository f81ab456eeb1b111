import type { Adapter } from "../protocol/messages.js";
import { readAll, type Read, type ToRead } from "./ask-python.js";
import { inEach } from "./cells-here.js";
import { formatOf } from "./change.js";
import { familyOf } from "./boundaries.js";
import type { Environment } from "./environments.js";
import { readByAdapter } from "./own-codecs.js";
import { hasText, isRight } from "./right.js";
import { outcomeAt, type Store } from "./store.js";

/** How much of what a writer wrote a reader reads as the writer does itself. */
export interface Score {
	readonly right: number;
	readonly all: number;
}

/** Writers by readers. */
export interface Grid {
	readonly writers: readonly string[];
	/** Cells, and the name of our codecs. */
	readonly readers: readonly string[];
	/** By family (`npy`, `pickle` …), writer and reader. Absent: the reader does not claim the format. */
	readonly scores: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Score>>>;
}

/**
 * Has every cell, and our codecs, read what every cell wrote. Right is what the writer itself reads from its bytes; what not even the
 * writer can read is left out.
 */
export async function crossRead(
	store: Store,
	environments: readonly Environment[],
	codecs: { readonly name: string; readonly adapter: Adapter } | undefined,
): Promise<Grid> {
	const blobs = blobsOf(store);
	const lines = blobs.map(({ line }) => line);
	const reads = new Map<string, readonly (Read | undefined)[]>();
	const answers = await inEach(environments, (environment) => readAll(environment, lines));
	for (const { cell, answers: found } of answers) reads.set(cell, found);
	if (codecs !== undefined) reads.set(codecs.name, await readOwn(codecs.adapter, lines));
	const writers = store.cells.filter((cell) => reads.has(cell));
	const scores = new Map<string, Map<string, Map<string, MutableScore>>>();
	for (const [index, { family, line, writtenBy }] of blobs.entries()) {
		for (const writer of writtenBy) {
			const own = reads.get(writer)?.[index];
			if (own === undefined || "error" in own) continue;
			for (const [reader, found] of reads) {
				const read = found[index];
				if (read === undefined || (reader === codecs?.name && hasText(own))) continue;
				const byWriter = entry(scores, family, () => new Map<string, Map<string, MutableScore>>());
				const byReader = entry(byWriter, writer, () => new Map<string, MutableScore>());
				const score = entry(byReader, reader, () => ({ right: 0, all: 0 }));
				score.all++;
				if (isRight(own, read, line.format)) score.right++;
			}
		}
	}
	return { writers, readers: [...reads.keys()], scores };
}

interface WrittenBlob {
	readonly family: string;
	readonly line: ToRead;
	readonly writtenBy: readonly string[];
}

/** Every bytes that is kept, once for each recipe, with the cells that wrote it. */
function blobsOf(store: Store): readonly WrittenBlob[] {
	return store.rows.flatMap((row) => {
		const format = formatOf(row);
		return row.outcomes.flatMap((outcome) => {
			const b64 = "bytes" in outcome ? store.blobs.get(outcome.bytes) : undefined;
			if (b64 === undefined) return [];
			const writtenBy = store.cells.filter((cell) => outcomeAt(store, row, cell) === outcome);
			const line = { format, in: b64, dtype: row.dtype, shape: row.shape };
			return [{ family: familyOf(format), line, writtenBy }];
		});
	});
}

async function readOwn(adapter: Adapter, lines: readonly ToRead[]): Promise<readonly (Read | undefined)[]> {
	const reads: (Read | undefined)[] = [];
	for (const line of lines) reads.push(await readByAdapter(adapter, line));
	return reads;
}

interface MutableScore {
	right: number;
	all: number;
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
	const known = map.get(key);
	if (known !== undefined) return known;
	const made = make();
	map.set(key, made);
	return made;
}
