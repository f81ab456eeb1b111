import { arrayEqual, astype, copy, formatArray, fromBuffer } from "@ndwire/core";
import type { Benchmark } from "../../benchmark.js";
import { copyFresh, copyIntoOf } from "../copies.js";

const halves = "np.arange(n, dtype='u4').astype('<u2').view('<f2')";

const halvesInto: Benchmark = {
	name: "f2 to f4 into",
	sizes: [
		{ label: "10⁴", n: 10_000, target: { atMost: 1, of: "np" } },
		{ label: "10⁷", n: 10_000_000, target: { atMost: 0.5, of: "np" } },
	],
	input: halves,
	ours: ({ n, bytes }) => {
		const a = fromBuffer(bytes, { dtype: "<f2" });
		const out = new Uint8Array(n * 4);
		return () => astype(a, "<f4", { out });
	},
	numpy: {
		setup: "a = np.frombuffer(data, '<f2').copy()\nout = np.empty(n, '<f4')",
		run: "np.copyto(out, a)",
		gives: "out",
	},
	settings: ["plain"],
	peers: {
		"Float32Array.set(Float16Array)": ({ n, bytes }) => {
			const [from, to] = [new Float16Array(bytes.buffer), new Float32Array(n)];
			return () => {
				to.set(from);
				return to;
			};
		},
	},
	floor: { name: "copy of the result", prepare: copyIntoOf(4) },
};

const halvesFresh: Benchmark = {
	name: "toTypedArray of f2",
	sizes: [
		{ label: "10⁴", n: 10_000 },
		{ label: "10⁷", n: 10_000_000, target: { atMost: 1, of: "nh" } },
	],
	input: halves,
	ours: ({ bytes }) => {
		const a = fromBuffer(bytes, { dtype: "<f2" });
		return () => a.toTypedArray();
	},
	numpy: { setup: "a = np.frombuffer(data, '<f2').copy()", run: "a.astype('<f4')" },
	settings: ["plain", "huge pages"],
	floor: {
		name: "copy of the result",
		prepare: (given) => copyFresh({ ...given, bytes: new Uint8Array(given.n * 4) }),
	},
};

/** Values that both types hold, so that nothing is refused. */
function conversion(from: "<i4" | "<f8" | "<i8", to: "<f4" | "<f8" | "<i4"): Benchmark {
	return {
		name: `astype, ${from} to ${to}, into`,
		sizes: [{ label: "10⁶", n: 1_000_000 }],
		input: `np.arange(n, dtype='${from}')`,
		ours: ({ n, bytes }) => {
			const a = fromBuffer(bytes, { dtype: from });
			const out = new Uint8Array(n * Number(to.slice(2)));
			return () => astype(a, to, { out });
		},
		numpy: {
			setup: `a = np.frombuffer(data, '${from}').copy()\nout = np.empty(n, '${to}')`,
			run: "np.copyto(out, a, casting='unsafe')",
			gives: "out",
		},
		settings: ["plain"],
	};
}

const equal: Benchmark = {
	name: "arrayEqual, <i4 and >i4",
	sizes: [{ label: "10⁴", n: 10_000 }],
	input: "np.arange(n, dtype='<i4')",
	ours: ({ bytes }) => {
		const a = fromBuffer(bytes, { dtype: "<i4" });
		const b = copy(a, { byteOrder: ">" });
		return () => arrayEqual(a, b);
	},
	numpy: { setup: "a = np.frombuffer(data, '<i4').copy()\nb = a.astype('>i4')", run: "np.array_equal(a, b)" },
};

const print: Benchmark = {
	name: "formatArray, f8",
	sizes: [{ label: "10³", n: 1000 }],
	input: "np.sqrt(np.arange(n))",
	ours: ({ bytes }) => {
		const a = fromBuffer(bytes, { dtype: "<f8" });
		return () => formatArray(a);
	},
	numpy: { setup: "a = np.frombuffer(data, '<f8').copy()", run: "str(a)" },
};

export const conversions: readonly Benchmark[] = [
	halvesInto,
	halvesFresh,
	conversion("<i4", "<f8"),
	conversion("<f8", "<f4"),
	conversion("<f8", "<i4"),
	conversion("<i8", "<f8"),
	equal,
	print,
];
