/** Numbers that look random and are the same for the same seed. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** A whole number from 0, below `end`. */
	below(end: number): number {
		// mulberry32
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let word = this.#state;
		word = Math.imul(word ^ (word >>> 15), word | 1);
		word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
		return ((word ^ (word >>> 14)) >>> 0) % end;
	}

	of<Item>(items: readonly [Item, ...Item[]]): Item {
		return items[this.below(items.length)] ?? items[0];
	}
}

type Edit = (bytes: Uint8Array, other: Uint8Array, random: Random) => Uint8Array;

/** A pickle with one to four edits: bytes changed, opcodes put in, parts left out, doubled, or taken from another. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
	let mutant = bytes;
	for (let count = random.of([1, 1, 1, 2, 4]); count > 0; count -= 1) mutant = random.of(edits)(mutant, other, random);
	return mutant;
}

const edits: readonly [Edit, ...Edit[]] = [
	(bytes, _, random) => splice(bytes, random.below(bytes.length + 1), 1, [random.below(256)]),
	(bytes, _, random) => splice(bytes, random.below(bytes.length + 1), 1, [random.of(opcodes)]),
	(bytes, _, random) => splice(bytes, random.below(bytes.length + 1), 0, [random.of(opcodes)]),
	(bytes, _, random) => splice(bytes, random.below(bytes.length + 1), 4, random.of(extremes)),
	(bytes, _, random) => splice(bytes, random.below(bytes.length + 1), random.below(9), []),
	(bytes, _, random) => bytes.slice(0, random.below(bytes.length + 1)),
	(bytes, _, random) => {
		const start = random.below(bytes.length + 1);
		return splice(bytes, random.below(bytes.length + 1), 0, bytes.slice(start, start + random.below(40)));
	},
	(bytes, other, random) => {
		const start = random.below(other.length + 1);
		return splice(
			bytes,
			random.below(bytes.length + 1),
			random.below(20),
			other.slice(start, start + random.below(60)),
		);
	},
];

const opcodes: readonly [number, ...number[]] = [
	0x28,
	...Buffer.from("BCFGIJKLMNPQRSTUVX]abcdeghijlmnopqrstu}()0123.", "latin1"),
	...range(0x80, 0x99),
];

const extremes: readonly [number[], ...number[][]] = [
	[0xff, 0xff, 0xff, 0xff],
	[0xff, 0xff, 0xff, 0x7f],
	[0, 0, 0, 0x80],
	[0, 0, 0, 0],
	[1, 0, 0, 0],
];

function range(start: number, end: number): number[] {
	return Array.from({ length: end - start }, (_, index) => start + index);
}

function splice(bytes: Uint8Array, at: number, removed: number, inserted: ArrayLike<number>): Uint8Array {
	const result = new Uint8Array(bytes.length + inserted.length);
	result.set(bytes.subarray(0, at));
	result.set(inserted, at);
	const rest = bytes.subarray(at + removed);
	result.set(rest, at + inserted.length);
	return result.subarray(0, Math.min(at, bytes.length) + inserted.length + rest.length);
}
