import { FormatError, type NDArray } from "@ndwire/core";
import { expect, test } from "vitest";
import { decodePickle, PyMap, type PickleOptions, type PyNamespace } from "../index.js";
import { bytesOf } from "../testing/pickle-bytes.js";
import { believe } from "../values/believe.js";
import { asTuple } from "../values/sequences.js";

const i2 = "cnumpy\ndtype\nX\x02\0\0\0i2\x89\x88\x87R(K\x03X\x01\0\0\0<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\0tb";
const masked = "cnumpy.ma.core\n_mareconstruct\n(cnumpy.ma.core\nMaskedArray\ncnumpy\nndarray\nK\0\x85X\x01\0\0\0btR";

test.each<[what: string, pickle: string, code: string]>([
	["keyword arguments to what has none", "cbuiltins\nset\n)}X\x01\0\0\0aNs\x92.", "unsafe-object"],
	["keyword arguments that are no dict", "cbuiltins\nset\n)N\x92.", "bad-opcode"],
	["more arguments than a pickler writes", "cbuiltins\nset\n](NNtR.", "unsafe-object"],
	[
		"a class that no text names",
		"ccopyreg\n_reconstructor\n(cbuiltins\nset\ncbuiltins\nint\nK\x01tR.",
		"unsafe-object",
	],
	["a function that makes objects, of another", "ccopyreg\n__newobj__\nccopyreg\n__newobj__\n\x85R.", "unsafe-object"],
	["a pair of three", "cbuiltins\ndict\n]NNN\x87a\x85R.", "unsafe-object"],
	[
		"a date with a zone",
		"cdatetime\ndate\nC\x04\x07\xb2\x01\x01cdatetime\ntimezone\ncdatetime\ntimedelta\nK\0K\0K\0\x87R\x85R\x86R.",
		"unsafe-object",
	],
	["a date that is too long", "cdatetime\ndate\nC\x05\x07\xb2\x01\x01\0\x85R.", "unsafe-object"],
	["a date that is too short", "cdatetime\ndate\nC\x03\x07\xb2\x01\x85R.", "unsafe-object"],
	["a fraction of three", "cfractions\nFraction\nX\x05\0\0\x001/2/3\x85R.", "unsafe-object"],
	["a typecode that there is not", "carray\narray\nX\x01\0\0\0x]\x86R.", "unsafe-object"],
	[
		"text in UTF-16 as an array",
		"carray\n_array_reconstructor\n(carray\narray\nX\x01\0\0\0uK\x12C\x02a\0tR.",
		"unsafe-object",
	],
	[
		"an array whose bytes are no whole items",
		"carray\n_array_reconstructor\n(carray\narray\nX\x01\0\0\0hK\x04C\x03abctR.",
		"bad-length",
	],
	["a masked array without a mask", `${masked}(K\x01K\x01\x85${i2}\x89C\x02abtb.`, "unsafe-object"],
	["a mask of another size", `${masked}(K\x01K\x01\x85${i2}\x89C\x02abC\x02\0\x01Ntb.`, "bad-length"],
	["a scalar of other bytes than its dtype's", `cnumpy.core.multiarray\nscalar\n(${i2}C\x03abctR.`, "bad-length"],
	[
		"an array of subarrays",
		`cnumpy.core.multiarray\nscalar\ncnumpy\ndtype\nX\x02\0\0\0V4\x89\x88\x87R(K\x03X\x01\0\0\0|(${i2}K\x02\x85tNNK\x04K\x02K\0tb\x85R.`,
		"bad-dtype",
	],
])("%s is refused", (_, pickle, code) => {
	let refusal: unknown;
	try {
		decodePickle(bytesOf(`\x80\x03${pickle}`));
	} catch (error) {
		refusal = error;
	}
	expect(refusal).toBeInstanceOf(FormatError);
	expect(refusal).toMatchObject({ code });
});

test.each<[what: string, pickle: string, value: unknown]>([
	["a scalar of no bytes, which is zero", `cnumpy.core.multiarray\nscalar\n${i2}\x85R.`, 0],
	[
		"text as an array, since Python 3.13",
		"carray\n_array_reconstructor\n(carray\narray\nX\x01\0\0\0wK\x14C\x08a\0\0\0\xac\x20\0\0tR.",
		["a", "€"],
	],
	["text as an array below protocol 3", "carray\narray\nX\x01\0\0\0uX\x02\0\0\0ab\x86R.", ["a", "b"]],
	["an array of nothing", "carray\narray\nX\x01\0\0\0d\x85R.", []],
	[
		"integers of another byte order",
		"carray\n_array_reconstructor\n(carray\narray\nX\x01\0\0\0hK\x05C\x04\0\x01\xff\xfetR.",
		[1, -2],
	],
])("%s", (_, pickle, value) => {
	const { array, values } = believe<{ array?: NDArray; values?: NDArray }>(decodePickle(bytesOf(`\x80\x03${pickle}`)));
	expect((array ?? values)?.toList()).toEqual(value);
});

test("an object that is nothing but itself is shared where it is", () => {
	const pickle = "\x80\x02(cbuiltins\nobject\n)Rq\0h\0cbuiltins\nobject\n)Rt.";
	const [first, second, third] = believe<unknown[]>(decodePickle(bytesOf(pickle)));
	expect(first).toBe(second);
	expect(first).not.toBe(third);
});

test("a namespace can hold itself", () => {
	const pickle = "\x80\x04ctypes\nSimpleNamespace\n)R\x94}X\x04\0\0\0selfh\0sb.";
	const namespace = believe<PyNamespace>(decodePickle(bytesOf(pickle)));
	expect(namespace.attributes.get("self")).toBe(namespace);
});

test("OBJ makes an object of what stands above a mark", () => {
	expect(decodePickle(bytesOf("(cbuiltins\ncomplex\nK\x01K\x02o."))).toEqual({ kind: "complex", re: 1, im: 2 });
});

test("a class derived from a built-in one keeps the state of its base below protocol 2, as a stub", () => {
	const options: PickleOptions = { onUnknownGlobal: "stub" };
	const pickle = "ccopy_reg\n_reconstructor\n(cexample\nWords\nc__builtin__\nlist\n(lVa\natR.";
	expect(decodePickle(bytesOf(pickle), options)).toMatchObject({ name: "Words", args: [["a"]] });
});

test.each<[what: string, pickle: string, value: unknown]>([
	[
		"a scalar of dtype object is the object",
		`cnumpy.core.multiarray\nscalar\ncnumpy\ndtype\nX\x02\0\0\0O8\x85RK\x05\x86R.`,
		5,
	],
	["a list made of a tuple", "cbuiltins\nlist\nK\x01\x85\x85R.", [1]],
	["a tuple made of a list", "cbuiltins\ntuple\n]K\x01a\x85R.", asTuple([1])],
	["a dict made of pairs", "cbuiltins\ndict\n]K\x01K\x02\x86a\x85R.", new Map([[1, 2]])],
	["a mark that is popped", "N(0.", null],
	["what is popped above a mark", "N(K\x01K\x021.", null],
	["a buffer that may not be written to", "\x97\x98.", Uint8Array.of(7)],
])("%s", (_, pickle, value) => {
	expect(decodePickle(bytesOf(`\x80\x03${pickle}`), { buffers: [Uint8Array.of(7)] })).toEqual(value);
});

test("attributes of an OrderedDict are dropped", () => {
	const map = decodePickle(bytesOf("\x80\x03ccollections\nOrderedDict\n)RX\x01\0\0\0kK\x01s}X\x01\0\0\0aNsb."));
	expect(map).toBeInstanceOf(PyMap);
	expect([...believe<PyMap>(map)]).toEqual([["k", 1]]);
});

test("a class may be called with keywords, also below protocol 4", () => {
	const pickle = "\x80\x02ccopy_reg\n__newobj_ex__\n(cexample\nNew\nK\x01\x85}X\x01\0\0\0bK\x02stR.";
	expect(decodePickle(bytesOf(pickle), { onUnknownGlobal: "stub" })).toMatchObject({
		name: "New",
		args: asTuple([1]),
		kwargs: new Map([["b", 2]]),
	});
});
