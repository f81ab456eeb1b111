import { NDArray } from "@ndwire/core";

type NamedArray = readonly [name: string, array: NDArray];

/** Arrays with their names: an object, or pairs such as a Map's. An object has names that are numbers before all others. */
export type NamedArrays = { readonly [name: string]: NDArray } | Iterable<NamedArray>;

/**
 * Names of members with their arrays, in the order of `np.savez`: the named ones, then the others as `arr_0`, `arr_1`…
 *
 * @throws {TypeError} for what is no array, and for a name that occurs twice.
 */
export function* nameArrays(named: NamedArrays, positional: readonly NDArray[]): Generator<NamedArray> {
	const seen = new Set<string>();
	for (const pair of isIterable(named) ? named : Object.entries(named)) yield inArchive(pair, seen);
	for (const pair of numbered(positional)) yield inArchive(pair, seen);
}

/** The same for pairs that arrive one after another. */
export async function* nameArraysAsync(
	named: NamedArrays | AsyncIterable<NamedArray>,
	positional: readonly NDArray[],
): AsyncGenerator<NamedArray> {
	if (!(Symbol.asyncIterator in named)) {
		yield* nameArrays(named, positional);
		return;
	}
	const seen = new Set<string>();
	for await (const pair of named) yield inArchive(pair, seen);
	for (const pair of numbered(positional)) yield inArchive(pair, seen);
}

function numbered(positional: readonly NDArray[]): readonly NamedArray[] {
	return positional.map((array, index) => [`arr_${index}`, array]);
}

function inArchive([name, array]: NamedArray, seen: Set<string>): NamedArray {
	if (!isArray(array)) throw new TypeError(`${JSON.stringify(name)}: expected an NDArray`);
	if (seen.has(name)) throw new TypeError(`${JSON.stringify(name)} names two arrays`);
	seen.add(name);
	return [`${name}.npy`, array];
}

function isIterable(named: NamedArrays): named is Iterable<NamedArray> {
	return Symbol.iterator in named;
}

function isArray(value: unknown): value is NDArray {
	return value instanceof NDArray;
}
