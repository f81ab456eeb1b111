import { FormatError, NDArray, type DType } from "@ndwire/core";
import { decodeJoblib, decodePickle, scanPickle, type PickleOptions } from "../index.js";
import { mutate, Random } from "./mutate.js";

export interface FuzzResult {
	readonly values: number;
	/** Refusals by code. */
	readonly refused: ReadonlyMap<string, number>;
	/** Slowest decoding, in milliseconds. */
	readonly slowest: number;
}

/**
 * Decodes and scans mutants of pickles and of joblib's files. Each must give a value whose arrays can be read, or a FormatError.
 *
 * @throws {Error} naming the mutant, in hex, at the first that does otherwise.
 */
export function fuzz(seeds: readonly Uint8Array[], runs: number, seed: number): FuzzResult {
	const random = new Random(seed);
	const refused = new Map<string, number>();
	let [values, slowest] = [0, 0];
	for (let run = 0; run < runs; run += 1) {
		const [first = new Uint8Array(0), second = first] = [
			seeds[random.below(seeds.length)],
			seeds[random.below(seeds.length)],
		];
		const mutant = mutate(first, second, random);
		const start = performance.now();
		const code = outcomeOf(mutant, random.of([decodePickle, decodePickle, decodeJoblib]), optionsOf(random));
		slowest = Math.max(slowest, performance.now() - start);
		if (code === undefined) values += 1;
		else refused.set(code, (refused.get(code) ?? 0) + 1);
	}
	return { values, refused, slowest };
}

function optionsOf(random: Random): PickleOptions {
	return {
		encoding: random.of(["ASCII", "latin1", "bytes", "auto"]),
		onUnknownGlobal: random.of(["refuse", "stub"]),
		ints: random.of(["number", "bigint"]),
		dicts: random.of(["map", "map", "object"]),
		buffers: [new Uint8Array(24)],
	};
}

type Decode = typeof decodePickle | typeof decodeJoblib;

/** The code of the refusal; undefined for a value. */
function outcomeOf(mutant: Uint8Array, decode: Decode, options: PickleOptions): string | undefined {
	try {
		scanUnlessRefused(mutant);
		const value = decode(mutant, options);
		for (const array of arraysIn(value)) readArray(array);
		return undefined;
	} catch (error) {
		if (error instanceof FormatError) return error.code;
		throw new Error(`${decode.name} ${JSON.stringify(options)} ${Buffer.from(mutant).toString("hex")}`, {
			cause: error,
		});
	}
}

function scanUnlessRefused(mutant: Uint8Array): void {
	try {
		scanPickle(mutant);
	} catch (error) {
		if (!(error instanceof FormatError)) throw error;
	}
}

function readArray(array: NDArray): void {
	if (array.dtype.hasObject) {
		if (array.size > 0) array.get(...array.shape.map(() => 0));
	} else array.toBytes();
}

function arraysIn(value: unknown): readonly NDArray<DType>[] {
	const seen = new Set<unknown>([value]);
	const arrays: NDArray<DType>[] = [];
	// A set grows while it is walked, and the walk goes on to what was added.
	for (const each of seen) {
		if (isArray(each)) arrays.push(each);
		else if (each instanceof Map || each instanceof Set || Array.isArray(each)) for (const item of each) seen.add(item);
		else if (typeof each === "object" && each !== null && !ArrayBuffer.isView(each))
			for (const item of Object.values(each)) seen.add(item);
	}
	return arrays;
}

function isArray(value: unknown): value is NDArray {
	return value instanceof NDArray;
}
