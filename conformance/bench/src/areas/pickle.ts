import { NDArray } from "@ndwire/core";
import { decodePickle } from "@ndwire/pickle-reader";
import type { Area, Benchmark, Prepare } from "../benchmark.js";
import { jpickle } from "../peers/jpickle.js";
import { pickleparser } from "../peers/pickleparser.js";
import { unpickle } from "../peers/unpickle.js";
import { copyFresh } from "./copies.js";

const decode: Prepare =
	({ bytes }) =>
	() =>
		decodePickle(bytes);

function loads(name: string, sizes: Benchmark["sizes"], input: string): Benchmark {
	return { name, sizes, input, ours: decode, numpy: { run: "pickle.loads(data)" } };
}

/** A first size for a quick look, and the one that counts. */
function sizes(label: string, n: number, atMost: number): Benchmark["sizes"] {
	return [
		{ label: "10²", n: 100 },
		{ label, n, target: { atMost, of: "np" } },
	];
}

/** In Node a Map of as many new strings alone takes longer than all that Python does. */
const fillMap: Prepare =
	({ n }) =>
	() => {
		const map = new Map<string, number>();
		for (let index = 0; index < n; index += 1) map.set(`key${index}`, index);
		return map;
	};

const makeTuples: Prepare =
	({ n }) =>
	() =>
		Array.from({ length: n }, (_, index) => [index, index + 0.5, "x"]);

const makeArrays: Prepare =
	({ n }) =>
	() =>
		Array.from({ length: n }, () => new Float64Array(4));

function dict(protocol: 2 | 4): Benchmark {
	const input = `pickle.dumps({'key%06d' % i: i * 1.5 for i in range(n)}, ${protocol})`;
	return {
		...loads(`dict of str to float, protocol ${protocol}`, sizes("10⁵", 100_000, 1.9), input),
		peers: { pickleparser, ...(protocol === 2 ? { jpickle } : { unpickle }) },
		floor: { name: "Map of new strings", prepare: fillMap },
	};
}

/** The array's bytes stand wherever the pickle has them: read as a view where that is a multiple of 8, else copied. */
function largeArray(protocol: 4 | 5, isView: boolean): Benchmark {
	const input = `pickle.dumps(np.arange(float(n)), ${protocol})`;
	const name = `f8 array, protocol ${protocol}, ${isView ? "a view" : "copied"}`;
	return {
		...loads(name, sizes("100 MB", 12_500_000, isView ? 0.01 : 1.2), input),
		ours: (given) => decode({ ...given, bytes: shifted(given.bytes, isView) }),
		...(!isView && { settings: ["huge pages"], floor: { name: "copy", prepare: copyFresh } }),
	};
}

/** The pickle at a place in memory where its array is aligned, or is not. */
function shifted(bytes: Uint8Array, isAligned: boolean): Uint8Array<ArrayBuffer> {
	for (let shift = 0; shift < 8; shift += 1) {
		const memory = new Uint8Array(bytes.length + shift);
		memory.set(bytes, shift);
		const value = decodePickle(memory.subarray(shift));
		if (value instanceof NDArray && (value.buffer === memory.buffer) === isAligned) return memory.subarray(shift);
	}
	throw new Error(`the array is ${isAligned ? "never" : "always"} a view`);
}

const tuples = "pickle.dumps([(i, i + 0.5, 'x%d' % (i % 100)) for i in range(n)], 4)";
const arrays = "pickle.dumps([np.arange(4.0) + i for i in range(n)], 4)";

export const pickle: Area = {
	title: "Pickles (@ndwire/pickle-reader)",
	benchmarks: [
		dict(4),
		dict(2),
		{
			...loads("tuples of int, float, str", sizes("33 000", 33_000, 0.8), tuples),
			peers: { pickleparser },
			floor: { name: "as many arrays", prepare: makeTuples },
		},
		{
			...loads("list of arrays of 4 f8", sizes("10⁴", 10_000, 0.8), arrays),
			floor: { name: "as many arrays", prepare: makeArrays },
		},
		largeArray(4, false),
		largeArray(4, true),
		largeArray(5, false),
		largeArray(5, true),
	],
};
