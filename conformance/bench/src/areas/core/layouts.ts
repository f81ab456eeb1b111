import { contiguousStrides, copy, dtype, fromBuffer, type NDArray, type Range } from "@ndwire/core";
import type { Benchmark, Prepare, Size, Work } from "../../benchmark.js";
import { ndarrayOps, type Walk } from "../../peers/ndarray-ops.js";
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
		settings: ["plain"],
		peers: { "ndarray-ops": ndarrayOps(type, { shape, stride: contiguousStrides(shape, 1, "F"), offset: 0 }) },
		floor: { name: "copy", prepare: copyInto },
	};
}

/** A slice of 2000 × 1000 float64. */
function slice(text: string, ranges: readonly Range[], label: string, walk: Walk): Benchmark {
	const size = walk.shape.reduce((product, extent) => product * extent);
	return {
		name: `copy of a[${text}] into, f8, 2000 × 1000`,
		sizes: [{ label, n: 2_000_000, target: { atMost: 1.3, of: "np" } }],
		input: "np.arange(n, dtype='<f8')",
		ours: ({ bytes }) => copyOf(fromBuffer(bytes, { dtype: "<f8", shape: [2000, 1000] }).slice(...ranges)),
		numpy: {
			setup: `a = np.frombuffer(data, '<f8').copy().reshape(2000, 1000)[${text}]\nout = np.empty(a.shape)`,
			run: "np.copyto(out, a)",
			gives: "out",
		},
		settings: ["plain"],
		peers: { "ndarray-ops": ndarrayOps("f8", walk) },
		floor: {
			name: "copy",
			prepare: ({ n }) => copyInto({ n, bytes: new Uint8Array(size * Float64Array.BYTES_PER_ELEMENT).fill(1) }),
		},
	};
}

const slices: readonly Benchmark[] = [
	slice(
		"10:-10, 5:-5",
		[
			[10, -10],
			[5, -5],
		],
		"16 MB",
		{ shape: [1980, 990], stride: [1000, 1], offset: 10_005 },
	),
	slice(
		"::-1, ::-2",
		[
			[null, null, -1],
			[null, null, -2],
		],
		"8 MB",
		{ shape: [2000, 500], stride: [-1000, -2], offset: 1_999_999 },
	),
];

const reversed: Benchmark = {
	name: "copy of a[::-1] into, f8",
	sizes: [{ label: "8 MB", n: 1_000_000, target: { atMost: 1.3, of: "np" } }],
	input: "np.arange(n, dtype='<f8')",
	ours: ({ bytes }) => copyOf(fromBuffer(bytes, { dtype: "<f8" }).slice([null, null, -1])),
	numpy: {
		setup: "a = np.frombuffer(data, '<f8').copy()[::-1]\nout = np.empty(n)",
		run: "np.copyto(out, a)",
		gives: "out",
	},
	settings: ["plain"],
	peers: { "ndarray-ops": ndarrayOps("f8", { shape: [1_000_000], stride: [-1], offset: 999_999 }) },
	floor: { name: "copy", prepare: copyInto },
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

/** What one writes without a library. */
const readValues: Prepare = ({ n, bytes }) => {
	const [from, to] = [new DataView(bytes.buffer), new Float64Array(n)];
	return () => {
		for (let index = 0; index < n; index += 1) to[index] = from.getFloat64(index * 13 + 4, true);
		return to;
	};
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
		settings: itemsize >= 4 ? ["plain"] : [],
		peers: { ...(name === "value" && { "DataView loop": readValues }) },
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
	...slices,
	column("value", 8, [
		{ label: "10⁶", n: 1_000_000, target: { atMost: 3, of: "np" } },
		{ label: "10³", n: 1000, target: { atMost: 1, of: "np" } },
	]),
	column("id", 4, [{ label: "10⁶", n: 1_000_000, target: { atMost: 4, of: "np" } }]),
	column("flag", 1, [{ label: "10⁶", n: 1_000_000, target: { atMost: 4, of: "np" } }]),
];
