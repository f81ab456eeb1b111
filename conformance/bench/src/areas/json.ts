import { fromBuffer } from "@ndwire/core";
import { decodeNumbers, encodeNumbers, ndarrayDict } from "@ndwire/json-b64";
import type { Area, Benchmark } from "../benchmark.js";

const million = 1_000_000;
const random = "np.random.default_rng(1)";
const loads = "import json\ntext = data.decode()";

/** Text as a program has it that received it. */
function textOf({ bytes }: { readonly bytes: Uint8Array }): string {
	return new TextDecoder().decode(bytes);
}

/** JSON.parse, and what it gives as a typed array: inexact for integers of 64 bits. */
const jsonParse = {
	"JSON.parse": (input: { readonly bytes: Uint8Array }) => {
		const text = textOf(input);
		return () => {
			const numbers: unknown = JSON.parse(text);
			return isList(numbers) ? Float64Array.from(numbers) : numbers;
		};
	},
};

function isList(value: unknown): value is readonly number[] {
	return Array.isArray(value);
}

function decode(name: string, values: string, dtype: string, atMost: number, peers: Benchmark["peers"]): Benchmark {
	return {
		name: `decodeNumbers, ${name}`,
		sizes: [
			{ label: "10³", n: 1000 },
			{ label: "10⁶", n: million, target: { atMost, of: "np" } },
		],
		input: `__import__("json").dumps(${values}.tolist()).encode()`,
		ours: (input) => {
			const text = textOf(input);
			return () => decodeNumbers(text, { dtype });
		},
		numpy: { setup: loads, run: `np.array(json.loads(text), "${dtype}")` },
		...(peers === undefined ? {} : { peers }),
	};
}

const decodes = [
	decode("f8 of 17 digits", `${random}.normal(size=n)`, "<f8", 0.25, jsonParse),
	decode("f8 of 3 decimals", `${random}.normal(size=n).round(3)`, "<f8", 0.3, jsonParse),
	decode("i8 of 19 digits", `${random}.integers(-2**63, 2**63 - 1, size=n)`, "<i8", 0.3, undefined),
	decode("i4 of 3 digits", `${random}.integers(0, 1000, size=n).astype("i4")`, "<i4", 0.15, undefined),
];

function encode(name: string, values: string, dtype: string): Benchmark {
	return {
		name: `encodeNumbers, ${name}`,
		sizes: [
			{ label: "10³", n: 1000 },
			{ label: "10⁶", n: million, target: { atMost: 0.4, of: "np" } },
		],
		input: values,
		ours: ({ bytes }) => {
			const array = fromBuffer(bytes, { dtype });
			return () => encodeNumbers(array);
		},
		numpy: {
			setup: `import json\na = np.frombuffer(data, "${dtype}").copy()`,
			run: "json.dumps(a.tolist())",
		},
	};
}

const encodes = [
	encode("f8 of 17 digits", `${random}.normal(size=n)`, "<f8"),
	encode("f8 of 3 decimals", `${random}.normal(size=n).round(3)`, "<f8"),
	encode("i8 of 19 digits", `${random}.integers(-2**63, 2**63 - 1, size=n)`, "<i8"),
];

const base64 = "import base64, json";

const decodeBase64: Benchmark = {
	name: "decode __ndarray__ in base64, from a string",
	sizes: [
		{ label: "8 KB", n: 1000 },
		{ label: "8 MB", n: million, target: { atMost: 0.1, of: "np" } },
	],
	input:
		'(lambda a: __import__("json").dumps({"__ndarray__": __import__("base64").b64encode(a).decode(), "dtype": "float64", "shape": a.shape}).encode())(np.arange(float(n)))',
	ours: (input) => {
		const text = textOf(input);
		return () => ndarrayDict.decode(text);
	},
	numpy: {
		setup: `${base64}\ntext = data.decode()\ndef decode():\n    d = json.loads(text)\n    return np.frombuffer(base64.b64decode(d["__ndarray__"]), d["dtype"]).reshape(d["shape"])`,
		run: "decode()",
	},
};

const encodeBase64: Benchmark = {
	name: "encode __ndarray__ in base64",
	sizes: [
		{ label: "8 KB", n: 1000 },
		{ label: "8 MB", n: million, target: { atMost: 0.4, of: "np" } },
	],
	input: "np.arange(float(n))",
	ours: ({ bytes }) => {
		const array = fromBuffer(bytes, { dtype: "<f8" });
		return () => ndarrayDict.encode(array);
	},
	numpy: {
		setup: `${base64}\na = np.frombuffer(data).copy()`,
		run: 'json.dumps({"__ndarray__": base64.b64encode(a.tobytes()).decode(), "dtype": str(a.dtype), "shape": a.shape})',
	},
};

export const json: Area = { title: "JSON", benchmarks: [...decodes, ...encodes, decodeBase64, encodeBase64] };
