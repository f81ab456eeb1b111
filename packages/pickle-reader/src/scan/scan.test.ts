import { expect, test } from "vitest";
import { scanPickle } from "../index.js";
import { bytesOf } from "../testing/pickle-bytes.js";
import { suitePickles } from "../testing/suite-pickles.js";
import { opcodeTable } from "../opcodes/table.js";
import { opcodeList } from "./opcode-list.js";

test("opcodes, globals and what lies behind", () => {
	expect(scanPickle(bytesOf("\x80\x02cos\nsystem\nX\x01\0\0\0x\x85R.rest"))).toEqual({
		protocol: 2,
		opcodes: [
			{ offset: 0, name: "PROTO", argument: 2 },
			{ offset: 2, name: "GLOBAL", argument: "os system" },
			{ offset: 13, name: "BINUNICODE", argument: "x" },
			{ offset: 19, name: "TUPLE1", argument: null },
			{ offset: 20, name: "REDUCE", argument: null },
			{ offset: 21, name: "STOP", argument: null },
		],
		globals: [{ offset: 2, module: "os", name: "system", verdict: "refused" }],
		end: 22,
		trailing: 4,
	});
});

test.each<[how: string, pickle: string, module: string | undefined]>([
	["as they stand", "\x80\x04\x8c\x05numpy\x8c\x07ndarray\x93.", "numpy"],
	["through the memo", "\x80\x04\x8c\x05numpy\x940h\x00\x8c\x07ndarray\x93.", "numpy"],
	["after the memo was changed", "\x80\x04\x8c\x05numpyq\x000\x8c\x02osq\x000h\x00\x8c\x06system\x93.", "os"],
	["past a mark that was dropped", "\x80\x04\x8c\x02os(N1\x8c\x06system\x93.", "os"],
	["from something else than text", "\x80\x04N\x8c\x06system\x93.", undefined],
])("names on the stack are found %s", (_, pickle, module) => {
	const [global] = scanPickle(bytesOf(pickle)).globals;
	expect(global?.module).toBe(module);
	expect(global?.verdict).toBe(module === "numpy" ? "allowed" : "refused");
});

test("the length of a frame is exact, however large", () => {
	expect(scanPickle(bytesOf("\x80\x04\x95\x01\0\0\0\0\0\0\x40N.")).opcodes[1]?.argument).toBe(2n ** 62n + 1n);
});

test("every opcode that is executed is known to the scan, and STOP", () => {
	const executed = opcodeTable().flatMap((opcode, code) => (opcode === undefined ? [] : [code]));
	expect(Object.keys(opcodeList).map(Number)).toEqual([...executed, 0x2e].toSorted((left, right) => left - right));
});

test("no attack of the suite that names something is found harmless", () => {
	const named = suitePickles().filter(({ id }) =>
		/^pickle\/attack\/(name|way|dotted|disguise|computed|memo)-/.test(id),
	);
	expect(named.length).toBeGreaterThan(100);
	const harmless = named.filter(({ bytes }) => scanPickle(bytes).globals.every(({ verdict }) => verdict === "allowed"));
	expect(harmless.map(({ id }) => id)).toEqual([]);
});
