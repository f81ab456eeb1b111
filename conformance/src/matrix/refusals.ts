/** What did not go right for one cause. */
export interface Refusal {
	readonly family: string;
	/** What the reader says, or in what it differs, of the first. */
	readonly cause: string;
	readonly count: number;
	readonly writers: ReadonlySet<string>;
	readonly readers: ReadonlySet<string>;
	/** The first of its recipes. */
	readonly key: string;
}

/** Refusals as they are added up. */
export type RefusalTable = Map<
	string,
	Pick<Refusal, "family" | "cause" | "key"> & {
		count: number;
		readonly writers: Set<string>;
		readonly readers: Set<string>;
	}
>;

/** Adds one to those of its cause. Causes are the same that differ in numbers and quoted words only. */
export function addRefusal(
	refusals: RefusalTable,
	{ family, cause, key }: Pick<Refusal, "family" | "cause" | "key">,
	writer: string,
	reader: string,
): void {
	const kind = `${family} ${cause.replace(/\d+|'[^']*'|"[^"]*"/g, "")}`;
	const known = refusals.get(kind) ?? { family, cause, key, count: 0, writers: new Set(), readers: new Set() };
	known.count++;
	known.writers.add(writer);
	known.readers.add(reader);
	refusals.set(kind, known);
}
