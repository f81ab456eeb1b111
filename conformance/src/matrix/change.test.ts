import { describe, expect, test } from "vitest";
import { tokenChange } from "./change.js";

function npy(header: string, data: string, version = 1): Uint8Array {
	const prefix = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
	const length = Buffer.alloc(version === 1 ? 2 : 4);
	length.writeUIntLE(header.length, 0, length.byteLength);
	return Buffer.concat([prefix, length, Buffer.from(header, "latin1"), Buffer.from(data, "hex")]);
}

const header = (descr: string, order = "False", shape = "(2,)"): string =>
	`{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }`;

describe("npy", () => {
	test.each<[name: string, before: Uint8Array, after: Uint8Array, level: string, what: string]>([
		[
			"padding is the container",
			npy(`${header("'<i2'")}   \n`, "0100"),
			npy(`${header("'<i2'")}      \n`, "0100"),
			"L1",
			"padding: 4 bytes, data at 71 → 7 bytes, data at 74",
		],
		[
			"a descr is spelled",
			npy(`${header("'|O8'")}\n`, "802e"),
			npy(`${header("'|O'")} \n`, "802e"),
			"L2",
			"descr: '|O8' → '|O'",
		],
		[
			"a shape is the value",
			npy(header("'<i2'"), "00"),
			npy(header("'<i2'", "False", "(3,)"), "00"),
			"L3",
			"shape: (2,) → (3,)",
		],
		["data are the value", npy(header("'<i2'"), "0100"), npy(header("'<i2'"), "0200"), "L3", "data: 0100 → 0200"],
	])("%s", (_, before, after, level, what) => {
		expect(tokenChange("npy", before, after)).toEqual({ level, what });
	});
});

describe("pickle", () => {
	const change = (before: string, after: string) =>
		tokenChange("pickle2", Buffer.from(before, "latin1"), Buffer.from(after, "latin1"));

	test("a module's name is spelled", () => {
		expect(change("\x80\x02cnumpy.core.numeric\na\n.", "\x80\x02cnumpy._core.numeric\na\n.")).toEqual({
			level: "L2",
			what: "GLOBAL: numpy.core.numeric a → numpy._core.numeric a",
		});
	});

	test("the memo is the container", () => {
		expect(change("]q\x00.", "]r\x00\x00\x00\x00.")).toEqual({ level: "L1", what: "BINPUT 00 → LONG_BINPUT 00000000" });
	});

	test("an opcode that is gone is named, and what follows it is found again", () => {
		expect(change("(}NK\x01t.", "(NK\x01t.")).toEqual({ level: "L2", what: "EMPTY_DICT removed" });
	});

	test("long bytes are the value, however they are escaped", () => {
		const bytes = "\x01".repeat(70);
		expect(change(`UF${bytes}.`, `S'${String.raw`\x01`.repeat(70)}'\n.`).level).toBe("L1");
		expect(change(`V${bytes}\n.`, `V${String.raw`\u0001`.repeat(70)}\n.`)).toMatchObject({ level: "L1" });
		expect(change("Va\n.", "V\\u0061\n.")).toEqual({ level: "L1", what: "how texts are escaped" });
		expect(change(`V${bytes}\n.`, `V${bytes.slice(1)}\x02\n.`).level).toBe("L3");
	});
});

test("an archive is told field by field", () => {
	const zip = (extra: string, needed: number): Uint8Array => {
		const head = Buffer.alloc(30);
		head.writeUInt32LE(0x04034b50, 0);
		head.writeUInt16LE(needed, 4);
		head.writeUInt16LE(extra.length / 2, 28);
		const member = npy(header("'<i2'"), "0100");
		head.writeUInt32LE(member.byteLength, 18);
		return Buffer.concat([head, Buffer.from(extra, "hex"), member]);
	};
	expect(tokenChange("npz", zip("", 20), zip("01000000", 45))).toEqual({
		level: "L1",
		what: "local version needed: 0x14 → 0x2d; local extra:  → 01000000",
	});
});

test("a triple and a frame are told part by part", () => {
	const triple = (dtype: string): Uint8Array => Buffer.from(JSON.stringify([dtype, "AQ==", [1]]));
	expect(tokenChange("triple", triple("uint8"), triple("|u1"))).toEqual({
		level: "L2",
		what: "str(dtype): uint8 → |u1",
	});
	const frame = (text: string): Uint8Array =>
		Buffer.concat([Buffer.from([text.length, 0, 0, 0]), Buffer.from(text), Buffer.from("010000000100000007", "hex")]);
	expect(tokenChange("frame", frame("|u1"), frame("<u1"))).toEqual({ level: "L2", what: "dtype.str: |u1 → <u1" });
});
