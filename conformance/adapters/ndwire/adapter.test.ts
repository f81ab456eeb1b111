import { describe, expect, test } from "vitest";
import { fromBuffer, type NDArray } from "@ndwire/core";
import { encodeNpz } from "@ndwire/npz";
import type { DT, JsonObject, RunAnswer, Value } from "../../src/protocol/messages.js";
import { readDtype, writeDtype } from "./dtype.js";
import { adapter } from "./index.js";

const text = "{'descr': '<i2', 'fortran_order': False, 'shape': (2, 2), }";
const npy = Buffer.concat([
	Buffer.from("934e554d505901007600", "hex"),
	Buffer.from(text.padEnd(117) + "\n", "latin1"),
	Buffer.from("0100020003000400", "hex"),
]).toString("base64");
const matrix = { dtype: "<i2", shape: [2, 2], order: "C", data: { b64: "AQACAAMABAA=" } } as const;

function decode(b64: string, opts: JsonObject = {}): RunAnswer | Promise<RunAnswer> {
	return adapter.run({ cmd: "run", op: "decode", format: "npy", opts, in: { b64 } });
}
function encode(value: Value, opts: JsonObject = {}): RunAnswer | Promise<RunAnswer> {
	return adapter.run({ cmd: "run", op: "encode", format: "npy", opts, value });
}

/** The bytes in an answer, in base64. */
function writtenBy(answer: RunAnswer | Promise<RunAnswer>): string {
	if ("ok" in answer && "out" in answer.ok && "b64" in answer.ok.out) return answer.ok.out.b64;
	throw new Error(`no bytes in ${JSON.stringify(answer)}`);
}

describe("hello", () => {
	test("says what runs, and what it can do", () => {
		expect(adapter.hello).toMatchObject({
			protocol: 1,
			impl: { name: "ndwire", language: "typescript", runtime: `node ${process.versions.node}` },
			caps: { npy: { ops: ["decode", "encode", "reencode"] } },
			inOrder: true,
		});
		expect(adapter.hello.impl.version).toMatch(/^\d+\.\d+\.\d+$/);
	});
});

describe("npy", () => {
	test("decode gives the array as held, encode and reencode give the bytes", () => {
		expect(decode(npy)).toEqual({ ok: { value: matrix } });
		expect(encode(matrix, { numpy: "2.4" })).toEqual({ ok: { out: { b64: npy } } });
		const reencode = { cmd: "run", op: "reencode", format: "npy", opts: {}, in: { b64: npy } } as const;
		expect(adapter.run(reencode)).toEqual({ ok: { out: { b64: npy } } });
	});

	test("memory given in hex, and in Fortran order, is written as it lies", () => {
		const value = { dtype: ">u2", shape: [2, 2], order: "F", data: { hex: "0001000200030004" } } as const;
		const answer = encode(value);
		const written = writtenBy(answer);
		expect(written).toMatch(/AAQACAAMABA==$/);
		expect(decode(written)).toMatchObject({ ok: { value: { dtype: ">u2", shape: [2, 2], order: "F" } } });
	});

	test("a refusal has a code, a message and an offset", () => {
		expect(decode("k05VTVBZ")).toMatchObject({ refused: { code: "truncated", offset: 6 } });
		expect(decode(npy, { max_header_size: 100 })).toMatchObject({ refused: { code: "limit" } });
		expect(encode(matrix, { version: [4, 0] })).toMatchObject({ refused: { code: "bad-version" } });
	});

	test("a limit on headers below zero refuses them all, as in NumPy", () => {
		expect(decode(npy, { max_header_size: -1 })).toMatchObject({ refused: { code: "limit" } });
	});

	test("a size that no JavaScript number counts is refused as a limit", () => {
		const value = { dtype: "<i2", shape: [2 ** 60, 0], order: "C", data: { b64: "" } } as const;
		expect(encode(value)).toMatchObject({ refused: { code: "limit" } });
	});

	test("allow_pickle lifts the limit on headers, as in NumPy", () => {
		expect(decode(npy, { max_header_size: 100, allow_pickle: true })).toEqual({ ok: { value: matrix } });
	});

	test("objects are refused; asked for, they are read as data", () => {
		const file = Buffer.from(npy, "base64").toString("latin1");
		const b64 = Buffer.from(file.replace("'<i2', ", "'|O',  "), "latin1").toString("base64");
		expect(decode(b64)).toMatchObject({ refused: { code: "unsafe-object" } });
		const pickled = Buffer.from(file.replace("'<i2', ", "'|O',  ").slice(0, 128) + arrayOfNone, "latin1").toString(
			"base64",
		);
		const v = { dtype: "|O", shape: [1], order: "C", data: { items: [{ t: "none" }] } };
		expect(decode(pickled, { allow_pickle: true })).toEqual({ ok: { value: v } });
		const value = { dtype: "|O", shape: [1], order: "C", data: { items: [{ t: "none" }] } } as const;
		expect(encode(value)).toMatchObject({ refused: { code: "unsafe-object" } });
	});

	test("a forced version and an era are written as asked", () => {
		const answer = encode(matrix, { version: [2, 0], numpy: "1.13" });
		expect(writtenBy(answer)).toMatch(/^k05VTVBZAgBGAAAA/);
	});
});

describe("npz", () => {
	const b64 = (members: readonly (readonly [string, NDArray])[]): string =>
		Buffer.from(encodeNpz(members, { python: "3.10" })).toString("base64");
	const one = fromBuffer(Uint8Array.of(1), { dtype: "u1" });
	const v = { dtype: "|u1", shape: [1], order: "C", data: { b64: "AQ==" } } as const;
	const request = { cmd: "run", format: "npz", opts: { python: "3.10" } } as const;

	test("an archive is a dict of arrays, and written as the Python that is asked for does it", () => {
		const archive = { b64: b64([["a", one]]) };
		const value = {
			t: "dict",
			v: [
				[
					{ t: "str", v: "a" },
					{ t: "ndarray", v },
				],
			],
		} as const;
		expect(adapter.run({ ...request, op: "decode", in: archive })).toEqual({ ok: { value } });
		expect(adapter.run({ ...request, op: "encode", value })).toEqual({ ok: { out: archive } });
		expect(adapter.run({ ...request, op: "reencode", in: archive })).toEqual({ ok: { out: archive } });
	});

	test("a method that only NumPy reads is unsupported, by its name", () => {
		const archive = Buffer.from(b64([["a", one]]), "base64");
		archive[archive.indexOf("PK\x01\x02") + 10] = 12;
		const answer = adapter.run({ ...request, op: "decode", in: { b64: archive.toString("base64") } });
		expect(answer).toEqual({ unsupported: { feature: "npz.bzip2" } });
	});

	test("a value that is no dict of arrays is an error", () => {
		expect(() => adapter.run({ ...request, op: "encode", value: v })).not.toThrow();
		expect(adapter.run({ ...request, op: "encode", value: v })).toHaveProperty("error");
	});
});

test.each(["hdf5.decode", "parquet.encode", "__proto__.decode", "toString.reencode"])(
	"%s is unsupported",
	(feature) => {
		const [format = "", op] = feature.split(".");
		const request = { cmd: "run", format, opts: {} } as const;
		const answer =
			op === "encode"
				? adapter.run({ ...request, op, value: matrix })
				: adapter.run({ ...request, op: op === "decode" ? op : "reencode", in: { b64: "" } });
		expect(answer).toEqual({ unsupported: { feature } });
	},
);

describe("what the runner may not ask is an error, never a refusal or a crash", () => {
	test.each<[what: string, value: Value, opts: JsonObject]>([
		["data one byte short", { ...matrix, data: { hex: "01000200030004" } }, {}],
		["data one byte long", { ...matrix, data: { hex: "010002000300040000" } }, {}],
		["a negative size", { ...matrix, shape: [-2, -2] }, {}],
		["a tree instead of an array", { t: "none" }, {}],
		["a release that is none", matrix, { numpy: "latest" }],
		["an option of another type", matrix, { numpy: 2.4 }],
	])("%s", (_, value, opts) => {
		expect(encode(value, opts)).toHaveProperty("error.stack");
	});
});

describe("a DT names a dtype and back", () => {
	test.each<DT>([
		..."|b1 |i1 >i2 <i8 |u1 >u4 <f2 >f4 <f8 <f16 >f16 <c8 >c16 <c32 |S5 |S0 <U3 >U1 |V7 |O".split(" "),
		..."<M8 >M8 <M8[s] >M8[25s] <m8[ns] >m8".split(" "),
		{ itemsize: 0, align: false, fields: [] },
		{ base: "<i4", shape: [2, 3] },
		{
			itemsize: 24,
			align: true,
			fields: [
				{ name: "a", offset: 0, type: "|u1" },
				{ name: "b", title: "B", offset: 8, type: "<f8", shape: [2] },
			],
		},
		// An aligned structure around a packed one, which stays packed.
		{
			itemsize: 13,
			align: true,
			fields: [
				{ name: "a", offset: 0, type: "|u1" },
				{
					name: "packed",
					offset: 1,
					type: {
						itemsize: 12,
						align: false,
						fields: [
							{ name: "x", offset: 0, type: "<f4" },
							{ name: "y", offset: 4, type: "<f8" },
						],
					},
				},
			],
		},
		{
			itemsize: 10,
			align: false,
			fields: [
				{ name: "__proto__", offset: 4, type: ">i4" },
				{ name: "", offset: 2, type: { itemsize: 1, align: false, fields: [{ name: "0", offset: 0, type: "|b1" }] } },
				{ name: "constructor", offset: 5, type: "<U1" },
			],
		},
	])("%j", (dt) => {
		expect(writeDtype(readDtype(dt))).toEqual(dt);
	});
});

/** `pickle.dumps(numpy.array([None]), 2)` */
const arrayOfNone =
	"\x80\x02cnumpy._core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R(K\x01K\x01\x85cnumpy\ndtype\nX\x02\x00\x00\x00O8" +
	"\x89\x88\x87R(K\x03X\x01\x00\x00\x00|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK?tb\x89]Natb.";

describe("pickle", () => {
	test("a value is a tree, in which integers are told from floats", () => {
		const v = [
			{ t: "int", v: "1" },
			{ t: "f8", x: "000000000000f03f" },
		];
		expect(read("\x80\x04]\x94(K\x01G?\xf0\x00\x00\x00\x00\x00\x00e.")).toEqual({ ok: { value: { t: "list", v } } });
	});

	test("an object that holds itself is written once and then referred to", () => {
		expect(read("\x80\x04]\x94h\x00a.")).toEqual({ ok: { value: { t: "list", v: [{ t: "ref", id: 1 }], id: 1 } } });
	});

	test("a global that is not known is refused, or a stub", () => {
		const system = "\x80\x02cos\nsystem\nX\x04\x00\x00\x00true\x85R.";
		expect(read(system)).toMatchObject({ refused: { code: "unsafe-object", offset: 2 } });
		expect(read(system, { onUnknownGlobal: "stub" })).toMatchObject({
			ok: { value: { t: "object", name: "os.system", args: [{ t: "str", v: "true" }] } },
		});
	});

	test("out-of-band buffers come from the request", () => {
		const buffers = [{ b64: "AQID" }];
		expect(read("\x80\x05\x97\x98.", { buffers })).toEqual({ ok: { value: { t: "bytes", b64: "AQID" } } });
		expect(read("\x80\x05\x97.")).toMatchObject({ refused: { code: "truncated" } });
	});

	function read(latin1: string, opts: JsonObject = {}): unknown {
		const b64 = Buffer.from(latin1, "latin1").toString("base64");
		return adapter.run({ cmd: "run", op: "decode", format: "pickle", opts, in: { b64 } });
	}
});
