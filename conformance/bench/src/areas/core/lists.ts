import { fromBuffer, toStrings } from "@ndwire/core";
import type { Benchmark, Prepare } from "../../benchmark.js";

interface List {
	readonly name: string;
	readonly dtype: "<f8" | "<i8" | "<U10" | "S10";
	/** Extents behind the first. */
	readonly rows?: readonly number[];
	readonly input: string;
	/** Our time as a multiple of NumPy's, of a thousand and of a million elements. */
	readonly few?: number;
	readonly many: number;
	/** What one writes without a library, by its name. */
	readonly peers?: Benchmark["peers"];
	readonly floor: Required<Benchmark>["floor"];
}

function listOf({ name, dtype, rows = [], input, few, many, peers = {}, floor }: List): Benchmark {
	const perRow = rows.reduce((product, extent) => product * extent, 1);
	return {
		name: `toList of ${name}`,
		sizes: [
			{ label: "10³", n: 1000, ...(few !== undefined && { target: { atMost: few, of: "np" } }) },
			{ label: "10⁶", n: 1_000_000, target: { atMost: many, of: "np" } },
		],
		input,
		ours: ({ n, bytes }) => {
			const a = fromBuffer(bytes, { dtype, shape: [n / perRow, ...rows] });
			return () => a.toList();
		},
		numpy: {
			setup: `a = np.frombuffer(data, '${dtype}').reshape(${[-1, ...rows].join(", ")}).copy()`,
			run: "a.tolist()",
		},
		peers,
		floor,
	};
}

/** Text has a function of its own, which decodes many elements at once. */
function stringsOf(list: Omit<List, "dtype">): Benchmark {
	return {
		...listOf({ ...list, dtype: "<U10" }),
		name: `toStrings of ${list.name}`,
		ours: ({ bytes }) => {
			const a = fromBuffer(bytes, { dtype: "<U10" });
			return () => toStrings(a);
		},
	};
}

const floats = "np.arange(n) / 8";
const integers = "np.arange(n, dtype='<i8') << 32";
const ascii = "np.char.zfill(np.arange(n).astype('<U10'), 10)";
const greek = `np.char.replace(${ascii}, '0', '\\u03b1').astype('<U10')`;

const numbers: List["floor"] = {
	name: "as many equal numbers",
	prepare:
		({ n }) =>
		() =>
			new Array<number>(n).fill(0.5),
};

const bigints: List["floor"] = {
	name: "as many bigints",
	prepare:
		({ n }) =>
		() => {
			const list = new Array<bigint>(n);
			for (let index = 0; index < n; index += 1) list[index] = BigInt(index);
			return list;
		},
};

const substrings: List["floor"] = {
	name: "as many parts of a string",
	prepare: ({ n }) => {
		const text = Buffer.alloc(n * 10, "0123456789").toString("latin1");
		return () => {
			const list = new Array<string>(n);
			for (let row = 0; row < n; row += 1) list[row] = text.slice(row * 10, row * 10 + 10);
			return list;
		};
	},
};

const subarrays: List["floor"] = {
	name: "as many views",
	prepare:
		({ n, bytes }) =>
		() => {
			const list = new Array<Uint8Array>(n);
			for (let row = 0; row < n; row += 1) list[row] = bytes.subarray(row * 10, row * 10 + 10);
			return list;
		},
};

const floatsFrom: Prepare = ({ bytes }) => {
	const values = new Float64Array(bytes.buffer);
	return () => Array.from(values);
};

const bigintsFrom: Prepare = ({ bytes }) => {
	const values = new BigInt64Array(bytes.buffer);
	return () => Array.from(values);
};

const fromCodePoints: Prepare = ({ n, bytes }) => {
	const points = new Uint32Array(bytes.buffer);
	return () => Array.from({ length: n }, (_, row) => String.fromCodePoint(...points.subarray(row * 10, row * 10 + 10)));
};

/** One element after the other, as `get` and indexing give them. */
const get: Benchmark = {
	name: "get, one by one, f8",
	sizes: [{ label: "10³", n: 1000 }],
	input: floats,
	ours: ({ n, bytes }) => {
		const a = fromBuffer(bytes, { dtype: "<f8" });
		return () => {
			const list = new Array<number>(n);
			for (let index = 0; index < n; index += 1) list[index] = a.get(index);
			return list;
		};
	},
	numpy: { setup: "a = np.frombuffer(data, '<f8').copy()", run: "[a[i] for i in range(n)]" },
};

export const lists: readonly Benchmark[] = [
	get,
	listOf({ name: "f8", dtype: "<f8", input: floats, many: 0.4, floor: numbers, peers: { "Array.from": floatsFrom } }),
	listOf({ name: "f8, rows of 1000", dtype: "<f8", rows: [1000], input: floats, many: 0.3, floor: numbers }),
	listOf({ name: "f8, rows of 2", dtype: "<f8", rows: [2], input: floats, many: 0.3, floor: numbers }),
	listOf({
		name: "i8, bigints",
		dtype: "<i8",
		input: integers,
		many: 3,
		floor: bigints,
		peers: { "Array.from": bigintsFrom },
	}),
	stringsOf({
		name: "U10, ASCII",
		input: ascii,
		few: 1,
		many: 1.4,
		floor: substrings,
		peers: { "String.fromCodePoint": fromCodePoints },
	}),
	stringsOf({ name: "U10, Greek", input: greek, many: 1.5, floor: substrings }),
	listOf({ name: "S10, bytes", dtype: "S10", input: `${ascii}.astype('S10')`, many: 6, floor: subarrays }),
];
