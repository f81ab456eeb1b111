import { array, fromBuffer } from "@ndwire/core";
import { decodeNpy, decodeNpyHeader, encodeNpy } from "@ndwire/npy";
import type { Area, Benchmark, Prepare } from "../benchmark.js";
import { npyjs } from "../peers/npyjs.js";
import { numpyParser } from "../peers/numpy-parser.js";
import { numpyTs } from "../peers/numpy-ts.js";
import { copyFresh, copyInto } from "./copies.js";

const save = "def save(a):\n    f = io.BytesIO()\n    np.save(f, a)\n    return f.getvalue()";
const file = "(lambda f: (np.save(f, np.arange(float(n))), f.getvalue())[1])(io.BytesIO())";

/** Where the elements begin: NumPy's headers of plain arrays fill two blocks of 64 bytes. */
const dataOffset = 128;

const headerText: Prepare = ({ bytes }) => {
	const decoder = new TextDecoder("latin1");
	return () => decoder.decode(bytes.subarray(0, dataOffset));
};

const view: Prepare =
	({ bytes }) =>
	() =>
		new Float64Array(bytes.buffer, dataOffset);

const header: Benchmark = {
	name: "decodeNpyHeader",
	sizes: [{ label: "4 f8", n: 4, target: { atMost: 0.01, of: "np" } }],
	input: file,
	ours:
		({ bytes }) =>
		() =>
			decodeNpyHeader(bytes).shape,
	numpy: {
		setup:
			"def header():\n    f = io.BytesIO(data)\n    np.lib.format.read_magic(f)\n    return np.lib.format.read_array_header_1_0(f)[0]",
		run: "header()",
	},
	floor: { name: "the header as text", prepare: headerText },
};

const decode: Benchmark = {
	name: "decodeNpy",
	sizes: [
		{ label: "4 f8", n: 4, target: { atMost: 0.03, of: "np" } },
		{ label: "1 MB", n: 125_000 },
		{ label: "100 MB", n: 12_500_000 },
	],
	input: file,
	ours:
		({ bytes }) =>
		() =>
			decodeNpy(bytes),
	numpy: { run: "np.load(io.BytesIO(data))" },
	floor: { name: "a view", prepare: view },
	peers: { npyjs: npyjs.decode, "numpy-parser": numpyParser.decode, "numpy-ts": numpyTs.decode },
};

const decodeAndConvert: Benchmark = {
	name: "decodeNpy and toTypedArray, >f4",
	sizes: [
		{ label: "100 KB", n: 25_000 },
		{ label: "100 MB", n: 25_000_000 },
	],
	input: "(lambda f: (np.save(f, np.arange(n).astype('>f4')), f.getvalue())[1])(io.BytesIO())",
	ours:
		({ bytes }) =>
		() =>
			decodeNpy(bytes).toTypedArray(),
	numpy: { run: "np.load(io.BytesIO(data)).astype('<f4')" },
	settings: ["huge pages"],
	floor: { name: "copy", prepare: copyFresh },
};

const encode: Benchmark = {
	name: "encodeNpy",
	sizes: [
		{ label: "4 f8", n: 4, target: { atMost: 0.15, of: "np" } },
		{ label: "1 MB", n: 125_000 },
		{ label: "100 MB", n: 12_500_000 },
	],
	input: "np.arange(float(n))",
	ours: ({ bytes }) => {
		const a = fromBuffer(bytes, { dtype: "<f8" });
		return () => encodeNpy(a);
	},
	numpy: { setup: `${save}\na = np.frombuffer(data).copy()`, run: "save(a)" },
	settings: ["huge pages"],
	peers: { npyjs: npyjs.encode, "numpy-ts": numpyTs.encode },
	floor: { name: "copy", prepare: copyFresh },
};

const encodeInto: Benchmark = {
	name: "encodeNpy into memory that is there",
	sizes: [
		{ label: "1 MB", n: 125_000 },
		{ label: "100 MB", n: 12_500_000, target: { atMost: 1.2, of: "floor" } },
	],
	input: "np.arange(float(n))",
	ours: ({ bytes }) => {
		const [a, out] = [fromBuffer(bytes, { dtype: "<f8" }), new Uint8Array(bytes.length + 128)];
		return () => encodeNpy(a, { out });
	},
	numpy: {
		setup:
			"a = np.frombuffer(data).copy()\nf = io.BytesIO()\ndef save():\n    f.seek(0)\n    np.save(f, a)\n    return f.getbuffer()",
		run: "save()",
	},
	floor: { name: "copy", prepare: copyInto },
};

const encodeStruct: Benchmark = {
	name: "encodeNpy of one record",
	sizes: [{ label: "3 fields", n: 1 }],
	ours: () => {
		const a = array([{ id: 1, value: 2.5, flag: true }], {
			dtype: [
				["id", "<i4"],
				["value", "<f8"],
				["flag", "?"],
			],
		});
		return () => encodeNpy(a);
	},
	numpy: {
		setup: `${save}\na = np.array([(1, 2.5, True)], [('id', '<i4'), ('value', '<f8'), ('flag', '?')])`,
		run: "save(a)",
	},
};

export const npy: Area = {
	title: ".npy, from memory to memory (@ndwire/npy)",
	benchmarks: [header, decode, decodeAndConvert, encode, encodeInto, encodeStruct],
};
