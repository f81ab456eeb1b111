import { fromBuffer, type NDArray } from "@ndwire/core";
import { decodeNpzEntries } from "@ndwire/npz";
import { decodeNpz, encodeNpz, readNpz } from "@ndwire/npz/node";
import type { Area, Benchmark } from "../benchmark.js";
import { fflate } from "../peers/fflate.js";
import { jszip } from "../peers/jszip.js";
import { numpyTs } from "../peers/numpy-ts.js";

/** Ten arrays of `n` doubles each. */
const arrays = "{f'a{i}': np.arange(float(n)) + i for i in range(10)}";

/** All members of an archive that `save` has made, in at most `target` times the time that NumPy takes. */
const decodeAll = (name: string, save: string, target: number): Benchmark => ({
	name,
	sizes: [
		{ label: "10 × 1 KB", n: 125 },
		{ label: "10 × 10 MB", n: 1_250_000, target: { atMost: target, of: "np" } },
	],
	input: `(lambda f: (np.${save}(f, **${arrays}), f.getvalue())[1])(io.BytesIO())`,
	ours:
		({ bytes }) =>
		() =>
			decodeNpz(bytes),
	numpy: { run: "(lambda z: {name: z[name] for name in z.files})(np.load(io.BytesIO(data)))" },
	peers: { fflate: fflate.unzip, jszip: jszip.unzip, "numpy-ts": numpyTs.unzip },
});

const stored = decodeAll("decodeNpz, 10 stored members", "savez", 1);
const deflated = decodeAll("decodeNpz, 10 deflated members", "savez_compressed", 0.8);

const deflatedAsync: Benchmark = {
	...decodeAll("readNpz, 10 deflated members", "savez_compressed", 0.5),
	ours:
		({ bytes }) =>
		() =>
			readNpz(bytes),
};

const directory: Benchmark = {
	name: "names of an archive",
	sizes: [
		{ label: "100 members", n: 100 },
		{ label: "10,000 members", n: 10_000, target: { atMost: 1, of: "np" } },
	],
	input: "(lambda f: (np.savez(f, *[np.zeros(1, 'u1')] * n), f.getvalue())[1])(io.BytesIO())",
	ours:
		({ bytes }) =>
		() =>
			decodeNpzEntries(bytes).map(({ name }) => name.replace(/\.npy$/, "")),
	numpy: { run: "np.load(io.BytesIO(data)).files" },
};

const encode: Benchmark = {
	name: "encodeNpz, 10 stored members",
	sizes: [
		{ label: "10 × 1 KB", n: 125 },
		{ label: "10 × 10 MB", n: 1_250_000 },
	],
	input: "np.arange(float(n))",
	ours: ({ bytes }) => {
		const one = fromBuffer(bytes, { dtype: "<f8" });
		const named = Array.from({ length: 10 }, (_, index): [string, NDArray] => [`a${index}`, one]);
		return () => encodeNpz(named);
	},
	numpy: {
		setup:
			"one = np.frombuffer(data).copy()\ndef save():\n    f = io.BytesIO()\n    np.savez(f, **{f'a{i}': one for i in range(10)})\n    return f.getvalue()",
		run: "save()",
		// Before, `zipfile` wrote other headers (gh-103861).
		isAlike: "__import__('sys').version_info >= (3, 11, 4)",
	},
};

/** Reading and writing archives, on Node. */
export const npz: Area = { title: "Archives", benchmarks: [stored, deflated, deflatedAsync, directory, encode] };
