import { byteswap, copy, fromBuffer } from "@ndwire/core";
import type { Benchmark, Prepare } from "../../benchmark.js";
import { copyFresh, copyInto } from "../copies.js";

const input = "np.arange(n, dtype='<f8')";
const array = "a = np.frombuffer(data, '<f8').copy()";

/** What Node's users write. */
const swap64InPlace: Prepare = ({ bytes }) => {
	const buffer = Buffer.from(bytes.buffer);
	return () => buffer.swap64();
};

const inPlace: Benchmark = {
	name: "byte swap in place, f8",
	sizes: [
		{ label: "1 KB", n: 128, target: { atMost: 0.5, of: "np" } },
		{ label: "100 KB", n: 12_800, target: { atMost: 1.2, of: "np" } },
		{ label: "10 MB", n: 1_250_000, target: { atMost: 1.2, of: "np" } },
		{ label: "100 MB", n: 12_500_000, target: { atMost: 1.2, of: "np" } },
	],
	input,
	ours: ({ bytes }) => {
		const a = fromBuffer(bytes, { dtype: "<f8" });
		return () => byteswap(a, { inPlace: true });
	},
	numpy: { setup: array, run: "a.byteswap(inplace=True)" },
	peers: { "Buffer.swap64": swap64InPlace },
	settings: ["plain"],
	floor: { name: "copy", prepare: copyInto },
};

const into: Benchmark = {
	name: "byte swap into, f8",
	sizes: [
		{ label: "1 KB", n: 128, target: { atMost: 0.5, of: "np" } },
		{ label: "100 KB", n: 12_800, target: { atMost: 2.5, of: "np" } },
		{ label: "10 MB", n: 1_250_000, target: { atMost: 2.5, of: "np" } },
		{ label: "100 MB", n: 12_500_000, target: { atMost: 2, of: "np" } },
	],
	input,
	ours: ({ bytes }) => {
		const a = fromBuffer(bytes, { dtype: "<f8" });
		const out = new Uint8Array(a.nbytes);
		return () => copy(a, { byteOrder: ">", out });
	},
	numpy: { setup: `${array}\nout = np.empty(n, '>f8')`, run: "np.copyto(out, a)", gives: "out" },
	peers: {
		"DataView loop": ({ n, bytes }) => {
			const [from, to] = [new DataView(bytes.buffer), new DataView(new ArrayBuffer(bytes.length))];
			return () => {
				for (let at = 0; at < n * 8; at += 8) to.setBigUint64(at, from.getBigUint64(at, true));
				return to;
			};
		},
	},
	settings: ["plain"],
	floor: { name: "copy", prepare: copyInto },
};

const fresh: Benchmark = {
	name: "byte swap to new memory, f8",
	sizes: [
		{ label: "100 KB", n: 12_800, target: { atMost: 5, of: "np" } },
		{ label: "10 MB", n: 1_250_000, target: { atMost: 4.5, of: "np" } },
		{ label: "100 MB", n: 12_500_000, target: { atMost: 1.3, of: "nh" } },
	],
	input,
	ours: ({ bytes }) => {
		const a = fromBuffer(bytes, { dtype: "<f8" });
		return () => copy(a, { byteOrder: ">" });
	},
	numpy: { setup: array, run: "a.astype('>f8')" },
	settings: ["plain", "huge pages"],
	floor: { name: "copy", prepare: copyFresh },
};

/** As a big-endian file is read: the typed array of elements in foreign byte order. */
function typedArray(dtype: ">f4" | ">i2"): Benchmark {
	const itemsize = Number(dtype.slice(2));
	return {
		name: `toTypedArray of ${dtype}`,
		sizes: [
			{ label: "100 KB", n: 1e5 / itemsize },
			{ label: "100 MB", n: 1e8 / itemsize, target: { atMost: 1.3, of: "nh" } },
		],
		input: `np.arange(n).astype('${dtype}')`,
		ours: ({ bytes }) => {
			const a = fromBuffer(bytes, { dtype });
			return () => a.toTypedArray();
		},
		numpy: { setup: `a = np.frombuffer(data, '${dtype}').copy()`, run: `a.astype('<${dtype.slice(1)}')` },
		settings: ["plain", "huge pages"],
		floor: { name: "copy", prepare: copyFresh },
	};
}

export const swaps: readonly Benchmark[] = [inPlace, into, fresh, typedArray(">f4"), typedArray(">i2")];
