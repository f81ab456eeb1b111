import { expect, test } from "vitest";
import { decodePickle, type PickleOptions } from "../index.js";
import { bytesOf } from "../testing/pickle-bytes.js";

const stubs: PickleOptions = { onUnknownGlobal: "stub" };

test.each<[python2: string, python3: string]>([
	["__builtin__ xrange", "builtins range"],
	["__builtin__ unicode", "builtins str"],
	["__builtin__ basestring", "builtins str"],
	["__builtin__ long", "builtins int"],
	["__builtin__ file", "builtins file"],
	["copy_reg _reconstructor", "copyreg _reconstructor"],
	["exceptions StandardError", "builtins Exception"],
	["exceptions EnvironmentError", "builtins EnvironmentError"],
	["exceptions KeyError", "builtins KeyError"],
	["UserDict UserDict", "UserDict UserDict"],
])("%s is %s below protocol 3 alone, however it is named", (python2, python3) => {
	const [oldModule = "", oldName = ""] = python2.split(" ");
	const [module, name] = python3.split(" ");
	const line = `${oldModule}\n${oldName}\n`;
	const extension: PickleOptions["extension"] = () => [oldModule, oldName];
	for (const pickle of [`c${line}.`, `\x80\x02c${line}.`, `\x80\x02\x82\x01.`]) {
		expect(decodePickle(bytesOf(pickle), { ...stubs, extension })).toEqual({ kind: "global", module, name });
	}
	expect(decodePickle(bytesOf(`\x80\x03c${line}.`), stubs)).toEqual({
		kind: "global",
		module: oldModule,
		name: oldName,
	});
});

test("an exception that Python 2 pickled is a stub of Python 3's name", () => {
	expect(decodePickle(bytesOf("(S'no'\niexceptions\nIOError\n."), stubs)).toMatchObject({
		kind: "stub",
		module: "builtins",
		name: "IOError",
		args: ["no"],
	});
});

test("a refusal says the name that the pickle has", () => {
	expect(() => decodePickle(bytesOf("c__builtin__\nfile\n."))).toThrow(/found __builtin__\.file/);
});
