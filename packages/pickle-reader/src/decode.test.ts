import { FormatError, NDArray } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import {
	decodePickle,
	decodePickleAt,
	isTuple,
	PyMap,
	scanPickle,
	type NumpyMasked,
	type PickleLimits,
	type PickleOptions,
} from "./index.js";
import { bytesOf } from "./testing/pickle-bytes.js";
import { believe } from "./values/believe.js";
import { asTuple } from "./values/sequences.js";

function decode(latin1: string, options: PickleOptions = {}): unknown {
	return decodePickle(bytesOf(latin1), options);
}

describe("opcodes of constants and numbers", () => {
	test.each<[opcode: string, pickle: string, value: unknown]>([
		["NONE", "N.", null],
		["NEWTRUE", "\x88.", true],
		["NEWFALSE", "\x89.", false],
		["INT", "I-12\n.", -12],
		["INT, a boolean", "I01\n.", true],
		["BININT1", "K\xff.", 255],
		["BININT2", "M\x00\x01.", 256],
		["BININT", "J\xff\xff\xff\xff.", -1],
		["LONG", "L-12L\n.", -12],
		["LONG, above 2^53", "L9007199254740993L\n.", 9007199254740993n],
		["LONG1, empty", "\x8a\x00.", 0],
		["LONG1, negative", "\x8a\x02\x00\x80.", -32768],
		["LONG1, above 2^53", "\x8a\x08\x00\x00\x00\x00\x00\x00\x20\x00.", 2n ** 53n],
		["LONG4", "\x8b\x02\x00\x00\x00\x00\xff.", -256],
		["FLOAT", "F1.5\n.", 1.5],
		["FLOAT, infinite", "F-inf\n.", -Infinity],
		["BINFLOAT, big-endian", "G\xbf\xf8\0\0\0\0\0\0.", -1.5],
	])("%s", (_, pickle, value) => {
		expect(decode(pickle)).toBe(value);
	});

	test.each([
		"I 5",
		"I5 ",
		"I5\r",
		"I010",
		"I-05",
		"I0x10",
		"I1_0",
		"I5L",
		"L 5L",
		"L010L",
		"L",
		"F 1.5",
		"F1.5\r",
		"F1_0.5",
		"F0x1p3",
		"F\xa01.5",
		"S'a' ",
		"S'a'\r",
		"S 'a'",
	])("no pickler writes %j", (line) => {
		expect(refusal(`${line}\n.`)).toMatchObject({ code: "bad-encoding", offset: 0 });
	});

	test("integers are always bigint on request, floats never", () => {
		expect(decode("(K\x01I2\nL3L\n\x8a\x01\x04G\x40\x14\0\0\0\0\0\0l.", { ints: "bigint" })).toEqual([
			1n,
			2n,
			3n,
			4n,
			5,
		]);
	});
});

describe("opcodes of text and bytes", () => {
	test.each<[opcode: string, pickle: string, value: string]>([
		["UNICODE", "V\xe9\\u20ac\\\\u0041\\U0001f600\n.", "é€\\\\u0041😀"],
		["BINUNICODE", "X\x03\0\0\0\xe2\x82\xac.", "€"],
		["SHORT_BINUNICODE", "\x8c\x02\xc3\xa9.", "é"],
		["BINUNICODE8", "\x8d\x01\0\0\0\0\0\0\0a.", "a"],
		["a byte order mark, which is text", "\x8c\x03\xef\xbb\xbf.", "\ufeff"],
		["a lone surrogate", "\x8c\x05a\xed\xa0\x80b.", "a\ud800b"],
		["a long text", `X\x64\0\0\0${"x".repeat(100)}.`, "x".repeat(100)],
		["STRING", "S'a\\'\\x41\\n\\102'\n.", "a'A\nB"],
		["BINSTRING", "T\x02\0\0\0ab.", "ab"],
		["SHORT_BINSTRING", "U\x02ab.", "ab"],
	])("%s", (_, pickle, value) => {
		expect(decode(pickle)).toBe(value);
	});

	test.each<[opcode: string, pickle: string]>([
		["BINBYTES", "B\x02\0\0\0\xff\0."],
		["SHORT_BINBYTES", "C\x02\xff\0."],
		["BINBYTES8", "\x8e\x02\0\0\0\0\0\0\0\xff\0."],
	])("%s is a view on the pickle", (_, pickle) => {
		const bytes = bytesOf(pickle);
		const value = decodePickle(bytes);
		expect(value).toEqual(Uint8Array.of(255, 0));
		expect(value instanceof Uint8Array && value.buffer).toBe(bytes.buffer);
	});

	test("BYTEARRAY8", () => {
		expect(decode("\x96\x01\0\0\0\0\0\0\0a.")).toEqual({ kind: "bytearray", bytes: Uint8Array.of(97) });
	});

	test("Python 2's text is ASCII, latin1, bytes, or bytes where it is not ASCII", () => {
		expect(decode("(U\x01aU\x01\xe9l.", { encoding: "latin1" })).toEqual(["a", "é"]);
		expect(decode("(U\x01aU\x01\xe9l.", { encoding: "bytes" })).toEqual([Uint8Array.of(97), Uint8Array.of(0xe9)]);
		expect(decode("(U\x01aU\x01\xe9l.", { encoding: "auto" })).toEqual(["a", Uint8Array.of(0xe9)]);
		expect(refusal("U\x01\xe9.")).toMatchObject({ code: "bad-encoding", offset: 0 });
		expect(() => decode("N.", { encoding: "utf-8" })).toThrow(RangeError);
	});
});

describe("containers", () => {
	test("a tuple is an array that knows it, a list is not", () => {
		const value = decode("(K\x01\x85K\x01]l.");
		expect(Array.isArray(value) && value.map(isTuple)).toEqual([true, false, false]);
		expect(structuredClone(value)).toEqual(value);
	});

	test("dicts keep every name, and the order of their keys", () => {
		const pickle = "}(X\x09\0\0\0__proto__K\x01X\x01\0\0\x000K\x02X\0\0\0\0K\x03u.";
		expect([...believe<Map<unknown, unknown>>(decode(pickle))]).toEqual([
			["__proto__", 1],
			["0", 2],
			["", 3],
		]);
		const object = believe<Record<string, unknown>>(decode(pickle, { dicts: "object" }));
		expect(Object.getPrototypeOf(object)).toBeNull();
		expect(Object.entries(object)).toEqual([
			["0", 2],
			["__proto__", 1],
			["", 3],
		]);
	});

	/** Ours are told from them by what a dict has not: a prototype. */
	test.each<[what: string, entries: string, use: string]>([
		["global", "Vkind\nVglobal\nVmodule\nVos\nVname\nVsystem\n", ")R"],
		["stub", "Vkind\nVstub\nVitems\nN", "Na"],
		["deque", "Vkind\nVdeque\nVmaxlen\nK\x01", "Na"],
		["timedelta", "Vkind\nVtimedelta\n", "q\x000cdatetime\ntimezone\nh\x00\x85R"],
		["dtype", "Vtag\nVstruct\nVhasObject\n\x88", "q\x000cnumpy.core.multiarray\nscalar\nh\x00N\x86R"],
	])("a dict that looks like a %s of ours is a dict", (_, entries, use) => {
		for (const options of [{ dicts: "object" }, { dicts: "object", onUnknownGlobal: "stub" }, {}] as const) {
			expect(() => decode(`}(${entries}u.`, options)).not.toThrow();
			expect(refusal(`}(${entries}u${use}.`, options)).toMatchObject({ code: "unsafe-object" });
		}
	});

	test("a key that is no string is refused where objects are wanted", () => {
		expect(refusal("}K\x01K\x02s.", { dicts: "object" })).toMatchObject({ code: "bad-dtype" });
	});

	test("sets", () => {
		expect(decode("\x80\x04\x8f(K\x01K\x02\x90.")).toEqual(new Set([1, 2]));
		expect(decode("\x80\x04(K\x01K\x01\x91.")).toEqual(new Set([1]));
		expect(decode("\x80\x02c__builtin__\nset\n](K\x01K\x02e\x85R.")).toEqual(new Set([1, 2]));
	});

	test("MEMOIZE counts entries, of which one that is put twice is one", () => {
		expect(decode("\x80\x04K\x01q\x00q\x000K\x02\x940h\x01.")).toBe(2);
	});

	test("what is shared is shared, and what holds itself does", () => {
		const [first, second] = believe<unknown[]>(decode("]q\x00(]q\x01h\x01h\x00e."));
		expect(first).toBe(second);
		const list = believe<unknown[]>(decode("]q\x00h\x00a."));
		expect(list[0]).toBe(list);
	});

	test("the dictionaries of collections are maps", () => {
		const value = decode("\x80\x02ccollections\ndefaultdict\nc__builtin__\nlist\n\x85RK\x01]s.");
		expect(value).toBeInstanceOf(PyMap);
		expect(value).toMatchObject({ kind: "defaultdict", factory: { kind: "global", module: "builtins", name: "list" } });
		expect(value instanceof Map && value.get(1)).toEqual([]);
	});
});

describe("several pickles, and one inside other bytes", () => {
	test("end is the byte after STOP", () => {
		const bytes = bytesOf("??K\x01.K\x02.");
		expect(decodePickleAt(bytes, { offset: 2 })).toEqual({ value: 1, end: 5 });
		expect(decodePickleAt(bytes, { offset: 5 })).toEqual({ value: 2, end: 8 });
	});

	test("a dtype that NumPy does not have is refused at the call that asks for it", () => {
		expect(refusal("\x80\x03cnumpy\ndtype\nX\x02\0\0\0i3\x85R.")).toMatchObject({
			code: "bad-dtype",
			format: "pickle",
			offset: 23,
		});
	});

	test("a refusal quotes no more than a line", () => {
		const twice = `V${"x".repeat(5000)}\nq\x000cnumpy\ndtype\nVV8\n\x85R(K\x03V|\nN(h\0h\0t}h\0(cnumpy\ndtype\nVf8\n\x85RK\0tsK\x08K\x01K\x10tb.`;
		expect(refusal(twice)).toMatchObject({ code: "bad-dtype", found: "x".repeat(200) });
	});

	test.each([3, -1, 0.5, Number.NaN])("the offset %d outside of two bytes is a wrong argument", (offset) => {
		for (const read of [decodePickle, scanPickle]) {
			expect(() => read(new Uint8Array(2), { offset })).toThrow(RangeError);
		}
	});
});

describe("arrays", () => {
	const head = "\x80\x03cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\x85C\x01b\x87R(K\x01";
	const dtype = (code: string, order: string): string =>
		`cnumpy\ndtype\nX\x02\0\0\0${code}\x89\x88\x87R(K\x03X\x01\0\0\0${order}NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\0tb`;

	test("are views where they are aligned, copies where they are not", () => {
		const pickle = bytesOf(`${head}K\x02\x85${dtype("i2", "<")}\x89C\x04\x01\0\x02\0tb.`);
		const bytesAt = pickle.lastIndexOf(0x43) + 2;
		for (const shift of [0, 1]) {
			const memory = new Uint8Array(pickle.length + 2);
			memory.set(pickle, shift);
			const bytes = memory.subarray(shift, shift + pickle.length);
			const array = decodePickle(bytes);
			expect(array).toBeInstanceOf(NDArray);
			expect(array instanceof NDArray && array.toList()).toEqual([1, 2]);
			const isAligned = (shift + bytesAt) % 2 === 0;
			expect(array instanceof NDArray && array.buffer === memory.buffer).toBe(isAligned);
		}
	});

	test("keep byte order and Fortran order", () => {
		const array = decode(`${head}K\x02K\x02\x86${dtype("i2", ">")}\x88C\x08\0\x01\0\x02\0\x03\0\x04tb.`);
		if (!(array instanceof NDArray)) throw new TypeError("no array");
		expect(array.order).toBe("F");
		expect(array.toList()).toEqual([
			[1, 3],
			[2, 4],
		]);
	});

	test("can hold themselves", () => {
		const objects = dtype("O8", "|");
		const array = decode(
			`\x80\x03cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\x85C\x01b\x87Rq\x00(K\x01K\x01\x85${objects}\x89]h\x00atb.`,
		);
		expect(array instanceof NDArray && array.get(0)).toBe(array);
	});

	test("of one byte never share it", () => {
		const one = `${head.slice(2)}K\x01\x85${dtype("u1", "|")}\x89`;
		const value = believe<NDArray[]>(decode(`\x80\x03(${one}C\x01\x07q\x05tb${one}h\x05tbl.`));
		value[0]?.set(0, 9);
		expect(value.map((array) => array.toList())).toEqual([[9], [7]]);
	});

	test("an object field holds a scalar of NumPy as it is, any other field its value", () => {
		const number = `cnumpy.core.multiarray\nscalar\n(${dtype("i2", "<")}C\x02\x05\0tR`;
		const fields = `}X\x01\0\0\0a(${dtype("O8", "|")}K\0tsX\x01\0\0\0b(${dtype("i2", "<")}K\x08ts`;
		const record = `cnumpy\ndtype\nX\x03\0\0\0V10\x89\x88\x87R(K\x03X\x01\0\0\0|N(X\x01\0\0\0aX\x01\0\0\0bt${fields}K\x0aK\x01K\x1btb`;
		const array = decode(`${head}K\x01\x85${record}\x89](${number}${number}tatb.`);
		if (!(array instanceof NDArray)) throw new TypeError("no array");
		expect(array.get(0)).toMatchObject({ a: { kind: "scalar" }, b: 5 });
	});

	test("take their memory from out-of-band buffers", () => {
		const memory = Uint8Array.of(1, 0, 2, 0);
		const pickle = `\x80\x05cnumpy._core.numeric\n_frombuffer\n(\x97${dtype("i2", "<")}K\x02\x85X\x01\0\0\0CtR.`;
		const array = decode(pickle, { buffers: [memory] });
		expect(array instanceof NDArray && array.buffer).toBe(memory.buffer);
	});
});

describe("globals", () => {
	test("one that is not known is refused with its name and place, before it is used", () => {
		expect(refusal("N0cos\nsystem\n0N.")).toMatchObject({ code: "unsafe-object", offset: 2, found: "os.system" });
	});

	test("stubs record what is done and share it", () => {
		const value = decode("\x80\x02]cexample\nModel\nK\x01\x85\x81}X\x01\0\0\0wK\x02sbq\x00ah\x00a.", {
			onUnknownGlobal: "stub",
		});
		const [first, second] = believe<unknown[]>(value);
		expect(first).toBe(second);
		expect(first).toMatchObject({
			kind: "stub",
			module: "example",
			name: "Model",
			args: asTuple([1]),
			state: new Map([["w", 2]]),
		});
	});

	test("what a stub is called with is a stub in turn, and refused where stubs are not wanted", () => {
		const pickle = "\x80\x02cbuiltins\ngetattr\n(cexample\nZone\nX\x01\0\0\0mtR(K\x01tR.";
		expect(decode(pickle, { onUnknownGlobal: "stub" })).toMatchObject({
			kind: "stub",
			module: "builtins",
			name: "getattr()",
			args: [{ name: "getattr", args: asTuple([expect.objectContaining({ name: "Zone" }), "m"]) }, 1],
		});
		expect(refusal("\x80\x02cbuiltins\nobject\n)R)R.")).toMatchObject({ code: "unsafe-object" });
	});

	test("a class inside a class is what getattr gives, also to protocol 0's way of making an object", () => {
		const pickle =
			"ccopy_reg\n_reconstructor\n(c__builtin__\ngetattr\n(cexample\nTree\nVLeaf\ntRc__builtin__\nobject\nNtR.";
		expect(decode(pickle, { onUnknownGlobal: "stub" })).toMatchObject({
			name: "getattr()",
			args: [{ name: "getattr", args: asTuple([expect.objectContaining({ name: "Tree" }), "Leaf"]) }],
		});
		expect(refusal("ccopy_reg\n_reconstructor\n(NNNtR.")).toMatchObject({ code: "unsafe-object" });
	});

	describe("a subclass of ndarray that is not known is a stub", () => {
		const head = "cnumpy.core.multiarray\n_reconstruct\n(cexample\nQuantity\nK\0\x85C\x01btR";
		const own = "K\x01K\x02\x85cnumpy\ndtype\nX\x02\0\0\0u1\x89\x88\x87R\x89C\x02\x05\x07";

		test.each<[where: string, state: string, length: number | undefined]>([
			["whose state is the array", `(${own}t`, undefined],
			["which may add to the state of an array", `(${own}VkPa\nVm\nt`, 3],
			["which may have a state beside that of an array", `((${own}tVkPa\nt`, 2],
			["which may have its own before that of an array", `((VkPa\n${own}tt`, 2],
		])("%s", (_, state, length) => {
			const stub = believe<{ state: unknown }>(decode(`\x80\x03${head}${state}b.`, { onUnknownGlobal: "stub" }));
			const parts = Array.isArray(stub.state) ? stub.state : undefined;
			const array = parts?.[0] ?? stub.state;
			expect(array instanceof NDArray && array.toList()).toEqual([5, 7]);
			expect(parts?.length).toBe(length);
			expect(parts?.[1]).toBe(parts && "kPa");
		});

		test("whose state stays as it is where no array is in it", () => {
			expect(decode(`\x80\x03${head}(VkPa\nVm\ntb.`, { onUnknownGlobal: "stub" })).toMatchObject({
				state: asTuple(["kPa", "m"]),
			});
			const dtype = "cnumpy\ndtype\nX\x02\0\0\0u1\x89\x88\x87R";
			expect(decode(`\x80\x03${head}(NVm\n${dtype}tb.`, { onUnknownGlobal: "stub" })).toMatchObject({
				state: asTuple([null, "m", expect.objectContaining({ kind: "u" })]),
			});
		});
	});

	test("a masked array may have more in its state, which its subclass knows", () => {
		const head = "cnumpy.ma.core\n_mareconstruct\n(cexample\nColumn\ncnumpy\nndarray\nK\0\x85X\x01\0\0\0btR";
		const own = "K\x01K\x02\x85cnumpy\ndtype\nX\x02\0\0\0u1\x89\x88\x87R\x89C\x02\x05\x07C\x02\0\x01N";
		const masked = believe<NumpyMasked>(
			decode(`\x80\x03${head}(${own}X\x04\0\0\0nametb.`, { onUnknownGlobal: "stub" }),
		);
		expect([masked.data.toList(), masked.mask.toList()]).toEqual([
			[5, 7],
			[false, true],
		]);
	});

	test("masks of structs count their fields, each time that one is made", () => {
		const u1 = "cnumpy\ndtype\nX\x02\0\0\0u1\x85R";
		const record = `cnumpy\ndtype\nX\x02\0\0\0V1\x85R(K\x03X\x01\0\0\0|N(Va\nt}Va\n(${u1}K\0tsK\x01K\x01K\x10tbq\x000`;
		const masked = `cnumpy.ma.core\n_mareconstruct\n(cnumpy.ma.core\nMaskedArray\ncnumpy\nndarray\nK\0\x85VB\ntR(K\x01K\x01\x85h\0\x89C\x01\x05C\x01\x01Ntb`;
		const [first] = believe<NumpyMasked[]>(decode(`\x80\x03${record}(${masked}${masked}l.`));
		expect(first?.mask.toList()).toEqual([{ a: true }]);
		const [one, ten] = [1, 10].map((count) => `\x80\x03${record}(${masked.repeat(count)}l.`);
		const limits = { bytes: 1000 };
		expect(() => decode(one ?? "", { limits })).not.toThrow();
		expect(refusal(ten ?? "", { limits })).toMatchObject({ code: "limit" });
	});

	test("type(None) is the class of None, and that of nothing else", () => {
		const type = "\x80\x03cbuiltins\ntype\n";
		expect(decode(`${type}N\x85R.`)).toEqual({ kind: "global", module: "builtins", name: "NoneType" });
		for (const use of ["K\x01\x85R.", "NN\x86R.", ")R.", "N\x85R)R."]) {
			for (const onUnknownGlobal of ["refuse", "stub"] as const) {
				expect(refusal(type + use, { onUnknownGlobal })).toMatchObject({ code: "unsafe-object" });
			}
		}
	});

	test("object() takes nothing, as in Python, also where stubs do", () => {
		const object = "\x80\x04cbuiltins\nobject\n)R";
		expect(decode(`${object}.`)).toMatchObject({ kind: "stub", module: "builtins", name: "object" });
		for (const use of ["Nb", "Na", "NNs", "(N\x90", ")R"]) {
			expect(refusal(`${object}${use}.`, { onUnknownGlobal: "stub" })).toMatchObject({ code: "unsafe-object" });
		}
	});

	test("the caller's builders come first, and persistent ids and extension codes are the caller's", () => {
		const globals = { "decimal.Decimal": ([text]: readonly unknown[]) => Symbol.for(String(text)) };
		expect(decodePickle(bytesOf("cdecimal\nDecimal\n(V1.5\ntR."), { globals })).toBe(Symbol.for("1.5"));
		expect(decodePickle(bytesOf("Pkey\n."), { persistentLoad: (id) => [id] })).toEqual(["key"]);
		expect(
			decodePickle(bytesOf("\x80\x02\x82\x07)R."), {
				extension: (code) => (code === 7 ? ["builtins", "set"] : undefined),
			}),
		).toEqual(new Set());
		expect(refusal("Pkey\n.")).toMatchObject({ code: "unsafe-object" });
		expect(refusal("\x80\x02\x82\x07.")).toMatchObject({ code: "unsafe-object" });
	});

	test.each(["constructor", "__proto__", "toString"])("%s is a name like any other", (name) => {
		expect(refusal(`c${name}\n${name}\n.`)).toMatchObject({ code: "unsafe-object" });
	});
});

describe("limits", () => {
	test.each<[limit: string, pickle: string, limits: PickleOptions["limits"]]>([
		["opcodes", "NNNN.", { opcodes: 3 }],
		["containers", "]]]0.", { containers: 2 }],
		["memo", "Nq\x00q\x01q\x02.", { memo: 2 }],
		["depth", "]]]aa.", { depth: 2 }],
		["string", "X\x03\0\0\0abc.", { string: 2 }],
		["integer", "\x8a\x03abc.", { integer: 2 }],
		["digits", "L1234L\n.", { digits: 3 }],
		["bytes", "c_codecs\nencode\n(Vabcd\nVlatin1\ntR.", { bytes: 3 }],
	])("%s", (_, pickle, limits) => {
		expect(refusal(pickle, { limits })).toMatchObject({ code: "limit" });
	});

	test.each<[how: string, pickle: string, depth: number]>([
		["lists", "]]]aa.", 3],
		["tuples", ")\x85\x85.", 3],
		["dicts", "}K\x01}K\x02}ss.", 3],
		["a list put together at once", "(((lll.", 3],
		["objects put into what was there before", "]q\x00]q\x01]q\x020h\x01h\x02a0h\x00h\x01a.", 3],
		["stubs, each with its list of arguments", "\x80\x02ca\nb\n(ca\nb\n)RtR.", 4],
		["the state of a stub", "\x80\x02ca\nb\n)R]]ab.", 3],
		["the items of a deque", "\x80\x02ccollections\ndeque\n)R]a.", 3],
	])("%s are as deep as they are", (_, pickle, depth) => {
		const options = { onUnknownGlobal: "stub" } as const;
		expect(() => decode(pickle, { ...options, limits: { depth } })).not.toThrow();
		expect(refusal(pickle, { ...options, limits: { depth: depth - 1 } })).toMatchObject({ code: "limit" });
	});

	/** What is made once, at memo entry 0, and then named again and again: working through it counts each time. */
	test.each<[what: string, shared: string, use: string]>([
		["arguments", `(${"V\n".repeat(99)}t`, "cpathlib\nPosixPath\nh\x00R"],
		["arguments of a stub's call", `(${"N".repeat(99)}t`, "ca\nb\n)Rh\x00R"],
		["keyword arguments", `(${dictOf(99)}d`, "ca\nb\n)h\x00\x92"],
		["a shape", `(${"K\0".repeat(99)}t`, "cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nh\x00C\x01b\x87R"],
		["attributes", `(${dictOf(99)}d`, "ctypes\nSimpleNamespace\n)\x81h\x00b"],
		["bytes as a name", `C\xff${"x".repeat(255)}`, "ctypes\nSimpleNamespace\n)\x81}h\x00Nsb"],
		["the text of a Decimal", `X\xff\0\0\0${"1".repeat(255)}`, "cdecimal\nDecimal\nh\x00\x85R"],
		["the text of a Fraction", `X\xff\0\0\0${"1".repeat(255)}`, "cfractions\nFraction\nh\x00\x85R"],
		["the name of a global", `X\xff\0\0\0${"x".repeat(255)}`, "h\x00h\x00\x93"],
		["a deque that is full", `ccollections\ndeque\n(${"N".repeat(255)}lK\xff\x86R`, "h\x00Na"],
	])("%s that come again and again count each time", (_, shared, use) => {
		const options = { onUnknownGlobal: "stub", limits: { bytes: 5000 } } as const;
		expect(() => decode(`\x80\x04${shared}q\x000${use}.`, options)).not.toThrow();
		expect(refusal(`\x80\x04${shared}q\x000${`${use}0`.repeat(50)}N.`, options)).toMatchObject({ code: "limit" });
	});

	test("elements without bytes are not listed without a limit", () => {
		const empty = `cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\x85C\x01b\x87R(K\x01J\0\0\0\x40\x85cnumpy\ndtype\nX\x02\0\0\0S0\x85R\x89C\0tb`;
		expect(refusal(`\x80\x03carray\narray\nX\x01\0\0\0b(${empty}l\x86R.`)).toMatchObject({ code: "limit" });
		const fields = (of: string): string =>
			`(K\x03X\x01\0\0\0|N)}K\0K\x01K\x10tbq\x000cnumpy\ndtype\nX\x02\0\0\0V0\x85R(K\x03X\x01\0\0\0|${of}NNK\0K\x01K\0tb.`;
		const block = `\x80\x03cnumpy\ndtype\nX\x02\0\0\0V0\x85R${fields("h\x00J\0\0\0\x40\x85\x86")}`;
		expect(refusal(block)).toMatchObject({ code: "limit" });
	});

	test("a dict that looks like a dtype is as deep as it is", () => {
		const pickle = "Nq\0".concat("}Vtag\nh\0sq\0".repeat(3), ".");
		expect(refusal(pickle, { dicts: "object", limits: { depth: 2 } })).toMatchObject({ code: "limit" });
	});

	test.each([undefined, Number.NaN, -1])("a limit of %s allows nothing", (most) => {
		const limits = believe<PickleLimits>({ depth: most, containers: most, memo: most, opcodes: most });
		for (const name of ["depth", "containers", "memo", "opcodes"] as const) {
			const only = believe<PickleLimits>({ [name]: limits[name] });
			expect(refusal("(]l\x94.", { limits: only })).toMatchObject({ code: "limit" });
		}
		expect(() => scanPickle(bytesOf("N."), { limits })).toThrow(expect.objectContaining({ code: "limit" }));
	});

	test("what holds itself counts as one level", () => {
		expect(() => decode("]q\x00h\x00a]h\x00a0.", { limits: { depth: 1 } })).not.toThrow();
	});
});

test("the pickle itself is never changed", () => {
	const latin1 = "\x80\x03(C\x02ab]K\x01a}X\x01\0\0\0kNsl.";
	const bytes = bytesOf(latin1);
	expect(decodePickle(bytes)).toHaveLength(3);
	expect(bytes).toEqual(bytesOf(latin1));
});

/** Keys and values of a dict with so many keys, at most a hundred. */
function dictOf(count: number): string {
	return Array.from({ length: count }, (_, key) => `X\x02\0\0\0${String(key).padStart(2, "0")}N`).join("");
}

function refusal(latin1: string, options: PickleOptions = {}): unknown {
	try {
		return decode(latin1, options);
	} catch (error) {
		if (error instanceof FormatError) return error;
		throw error;
	}
}
