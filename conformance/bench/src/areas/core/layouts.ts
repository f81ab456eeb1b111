import { copy, dtype, fromBuffer, type NDArray } from "@ndwire/core";
import type { Benchmark, Size, Work } from "../../benchmark.js";
import { copyInto, copyIntoOf } from "../copies.js";

/** The copy of a view in C order, into memory that is there. */
function copyOf(view: NDArray): Work {
	const out = new Uint8Array(view.nbytes);
	return () => copy(view, { out });
}

function fortran(label: string, shape: readonly number[], type: "f4" | "f8", atMost: number): Benchmark {
	const size: Size = { label, n: shape.reduce((product, extent) => product * extent), target: { atMost, of: "np" } };
	const dimensions = `(${shape.join(", ")})`;
	return {
		name: `Fortran to C order into, ${type}, ${shape.join(" × ")}`,
		sizes: [size],
		input: `np.arange(n, dtype='<${type}')`,
		ours: ({ bytes }) => copyOf(fromBuffer(bytes, { dtype: `<${type}`, shape, order: "F" })),
		numpy: {
			setup: `a = np.frombuffer(data, '<${type}').reshape(${dimensions}, order='F').copy('F')\nout = np.empty(a.shape, a.dtype)`,
			run: "np.copyto(out, a)",
			gives: "out",
		},
		floor: { name: "copy", prepare: copyInto },
	};
}

const reversed: Benchmark = {
	name: "copy of a[::-1] into, f8",
	sizes: [{ label: "10⁶", n: 1_000_000, target: { atMost: 1.3, of: "np" } }],
	input: "np.arange(n, dtype='<f8')",
	ours: ({ bytes }) => copyOf(fromBuffer(bytes, { dtype: "<f8" }).slice([null, null, -1])),
	numpy: {
		setup: "a = np.frombuffer(data, '<f8').copy()[::-1]\nout = np.empty(n)",
		run: "np.copyto(out, a)",
		gives: "out",
	},
	floor: { name: "copy", prepare: copyInto },
};

const steps: Benchmark = {
	name: "copy of a[::-1, ::-2] into, f8, 2000 × 1000",
	sizes: [{ label: "10⁶", n: 2_000_000, target: { atMost: 1.3, of: "np" } }],
	input: "np.arange(n, dtype='<f8')",
	ours: ({ bytes }) =>
		copyOf(fromBuffer(bytes, { dtype: "<f8", shape: [2000, 1000] }).slice([null, null, -1], [null, null, -2])),
	numpy: {
		setup: "a = np.frombuffer(data, '<f8').copy().reshape(2000, 1000)[::-1, ::-2]\nout = np.empty(a.shape)",
		run: "np.copyto(out, a)",
		gives: "out",
	},
	floor: { name: "copy", prepare: copyIntoOf(4) },
};

/** Records of 13 bytes, so that no number is aligned. */
const record = dtype([
	["id", "<i4"],
	["value", "<f8"],
	["flag", "?"],
]);
const records = {
	input: "np.frombuffer(np.arange(n * 13, dtype='u4').astype('u1').tobytes(), 'V13')",
	setup: "a = np.frombuffer(data, [('id', '<i4'), ('value', '<f8'), ('flag', '?')]).copy()",
};

function column(name: "id" | "value" | "flag", itemsize: number, sizes: Benchmark["sizes"]): Benchmark {
	return {
		name: `column '${name}' of 13-byte records into, ${record.fields[name].dtype.kind}${itemsize}`,
		sizes,
		input: records.input,
		ours: ({ bytes }) => copyOf(fromBuffer(bytes, { dtype: record }).field(name)),
		numpy: {
			setup: `${records.setup}\nout = np.empty(n, a.dtype['${name}'])`,
			run: `np.copyto(out, a['${name}'])`,
			gives: "out",
		},
		floor: { name: "copy of the column", prepare: copyIntoOf(itemsize) },
	};
}

export const layouts: readonly Benchmark[] = [
	fortran("32 MB", [2000, 2000], "f8", 1.3),
	fortran("34 MB", [2048, 2048], "f8", 0.4),
	fortran("4 MB", [10_000, 100], "f4", 2.5),
	fortran("720 KB", [300, 300], "f8", 2),
	fortran("800 B", [10, 10], "f8", 0.6),
	fortran("32 MB", [200, 200, 200], "f4", 1),
	reversed,
	steps,
	column("value", 8, [
		{ label: "10⁶", n: 1_000_000, target: { atMost: 3, of: "np" } },
		{ label: "10³", n: 1000, target: { atMost: 1, of: "np" } },
	]),
	column("id", 4, [{ label: "10⁶", n: 1_000_000, target: { atMost: 4, of: "np" } }]),
	column("flag", 1, [{ label: "10⁶", n: 1_000_000, target: { atMost: 4, of: "np" } }]),
];
