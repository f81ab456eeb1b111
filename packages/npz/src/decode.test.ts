import { FormatError, NDArray } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { joinBytes } from "./bytes.js";
import { decodeNpz, decodeNpzEntries } from "./decode.js";
import { inflate } from "./node/inflate.js";
import { numpyArchives } from "./testing/numpy-archives.js";
import { bytes, npyOf, u16, u32, u64, zipFile, type HandmadeMember } from "./testing/zip-file.js";

const one: HandmadeMember = { name: "a.npy", data: npyOf(1) };
const two: HandmadeMember = { name: "b.npy", data: npyOf(2, 2) };

/** What a decoder gives, with arrays as lists. */
function listed(archive: Uint8Array): unknown {
	const members = decodeNpz(archive, { inflate });
	return Object.fromEntries(Array.from(members, ([name, value]) => [name, plain(value)]));
}

function plain(value: NDArray | Uint8Array): unknown {
	return value instanceof NDArray ? value.toList() : value;
}

/** The code of the refusal, and the member that it names. */
function refusalOf(archive: Uint8Array): unknown {
	try {
		return decodeNpz(archive, { inflate });
	} catch (error) {
		return error instanceof FormatError ? [error.code, error.path] : error;
	}
}

describe("archives of NumPy", () => {
	test.each(numpyArchives)("$what: named arrays first, then the others", ({ base64 }) => {
		const members = decodeNpz(Buffer.from(base64, "base64"));
		expect(Array.from(members, ([name, value]) => [name, plain(value)])).toEqual([
			["a", [7]],
			["é", [8]],
			["arr_0", [1, 2]],
		]);
	});

	test("one without members is 22 bytes", () => {
		expect(decodeNpz(zipFile({ members: [] }))).toEqual(new Map());
		expect(zipFile({ members: [] })).toHaveLength(22);
	});
});

describe("memory", () => {
	test("a stored member is a view of the archive, wherever that lies", () => {
		const archive = zipFile({ members: [one, { name: "raw", data: bytes("text") }] });
		const memory = new Uint8Array(archive.length + 3);
		memory.set(archive, 3);
		const members = decodeNpz(memory.subarray(3));
		const array = members.get("a");
		const raw = members.get("raw");
		expect([array?.buffer, raw?.buffer]).toEqual([memory.buffer, memory.buffer]);
		expect(memory[array?.byteOffset ?? 0]).toBe(1);
	});

	test("the archive is not changed", () => {
		const archive = zipFile({ members: [one, { ...two, method: 8 }] });
		const before = archive.slice();
		decodeNpz(archive, { inflate });
		expect(archive).toEqual(before);
	});

	test("shared memory will do", () => {
		const archive = zipFile({ members: [one] });
		const shared = new Uint8Array(new SharedArrayBuffer(archive.length));
		shared.set(archive);
		expect(listed(shared)).toEqual({ a: [1] });
	});
});

describe("members", () => {
	test.each<[what: string, members: readonly HandmadeMember[], found: unknown]>([
		["stored and deflated", [one, { ...two, method: 8 }], { a: [1], b: [2, 2] }],
		["a deflated member without bytes", [{ name: "e", data: bytes(), method: 8 }], { e: bytes() }],
		[
			"a member that is no npy file is bytes",
			[{ name: "notes.txt", data: bytes("hello") }],
			{ "notes.txt": bytes("hello") },
		],
		["half a magic is bytes", [{ name: "x.npy", data: bytes("\x93NUM") }], { x: bytes("\x93NUM") }],
		["a folder is a member without bytes", [{ name: "a/", data: bytes() }], { "a/": bytes() }],
		["folders belong to the name", [{ ...one, name: "a/b/c.npy" }], { "a/b/c": [1] }],
		[
			"names are names, not paths",
			[
				{ ...one, name: "../../up.npy" },
				{ ...two, name: "/root.npy" },
			],
			{ "../../up": [1], "/root": [2, 2] },
		],
		["only the last .npy goes", [{ ...one, name: "a.npy.npy" }], { "a.npy": [1] }],
		[
			"no name at all",
			[
				{ ...one, name: ".npy" },
				{ ...two, name: "x" },
			],
			{ "": [1], x: [2, 2] },
		],
		["a NUL ends a name", [{ ...one, name: "a.npy\0.exe" }], { a: [1] }],
		["bytes behind the array are ignored", [{ name: "a", data: joinBytes([npyOf(1), bytes("more")]) }], { a: [1] }],
		["of equal names the last counts", [one, { ...two, name: "a.npy" }], { a: [2, 2] }],
		[
			"x before x.npy",
			[
				{ ...one, name: "x.npy" },
				{ ...two, name: "x" },
			],
			{ x: [2, 2] },
		],
		[
			"x before x.npy, in either order",
			[
				{ ...one, name: "x" },
				{ ...two, name: "x.npy" },
			],
			{ x: [1] },
		],
	])("%s", (_, members, found) => {
		expect(listed(zipFile({ members }))).toEqual(found);
	});

	test("__proto__ is a name like any other", () => {
		const members = decodeNpz(zipFile({ members: [{ ...one, name: "__proto__.npy" }] }));
		expect([...members.keys()]).toEqual(["__proto__"]);
	});

	test("x.npy.npy hides behind x.npy, as in NumPy", () => {
		// np.load gives the key "x.npy" to it, and then finds the member that is called just so.
		expect(
			listed(
				zipFile({
					members: [
						{ ...one, name: "x.npy" },
						{ ...two, name: "x.npy.npy" },
					],
				}),
			),
		).toEqual({
			x: [1],
			"x.npy": [1],
		});
	});
});

describe("only the directory is believed", () => {
	test.each<[what: string, member: HandmadeMember]>([
		["sizes of FFFFFFFF in the local header", { ...one, local: { size: 0xffff_ffff, compressedSize: 0xffff_ffff } }],
		[
			"a data descriptor",
			{ ...one, flags: 8, local: { crc: 0, size: 0, compressedSize: 0 }, behind: bytes("PK\x07\x08", u32(1, 2, 3)) },
		],
		["another CRC in the local header", { ...one, local: { crc: 1 } }],
		["other sizes in the local header", { ...one, method: 8, local: { size: 7, compressedSize: 1 } }],
		["fields in the local header that are none", { ...one, local: { extra: bytes(u16(1, 9999)) } }],
		[
			"sizes in the zip64 field",
			{ ...one, central: { size: 0xffff_ffff, compressedSize: 0xffff_ffff, extra: bytes(u16(1, 16), u64(129, 129)) } },
		],
		[
			"one size and the offset in the zip64 field",
			{ ...one, central: { size: 0xffff_ffff, offset: 0xffff_ffff, extra: bytes(u16(1, 16), u64(129, 0)) } },
		],
		[
			"a foreign field before the zip64 field",
			{ ...one, central: { offset: 0xffff_ffff, extra: bytes(u16(0x5455, 1), [0], u16(1, 8), u64(0)) } },
		],
		["three bytes behind the fields", { ...one, central: { extra: bytes([0, 0, 0]) } }],
	])("%s", (_, member) => {
		expect(listed(zipFile({ members: [member] }))).toEqual({ a: [1] });
	});

	test("the number of members is not", () => {
		expect(listed(zipFile({ members: [one, two], end: { count: 1 } }))).toEqual({ a: [1], b: [2, 2] });
		expect(listed(zipFile({ members: [one], end: { count: 9 } }))).toEqual({ a: [1] });
	});

	test("a zip64 end record counts before the other", () => {
		const members = [one, two];
		const archive = zipFile({
			members,
			end: { count: 0xffff, size: 0xffff_ffff, offset: 0xffff_ffff },
			beforeEnd: ({ offset, size }) =>
				joinBytes([
					bytes("PK\x06\x06", u64(44), u16(45, 45), u32(0, 0), u64(2, 2, size, offset)),
					bytes("PK\x06\x07", u32(0), u64(offset + size), u32(1)),
				]),
		});
		expect(listed(archive)).toEqual({ a: [1], b: [2, 2] });
	});
});

describe("what lies around an archive", () => {
	test.each<[what: string, archive: Uint8Array]>([
		["a comment", zipFile({ members: [one], comment: bytes("a comment") })],
		["the longest comment", zipFile({ members: [one], comment: new Uint8Array(0xffff) })],
		["junk behind it", zipFile({ members: [one], suffix: new Uint8Array(1000).fill(0x41) })],
		["another archive before it", zipFile({ members: [one], prefix: zipFile({ members: [two] }) })],
		["junk between the members and the directory", zipFile({ members: [{ ...one, behind: bytes("junk") }] })],
	])("%s is no part of it", (_, archive) => {
		expect(listed(archive)).toEqual({ a: [1] });
	});

	test.each<[what: string, archive: Uint8Array, code: string]>([
		["junk before it", zipFile({ members: [one], prefix: bytes("#!/bin/sh\n") }), "bad-magic"],
		["no bytes", bytes(), "truncated"],
		["three bytes", bytes("PK\x03"), "bad-magic"],
		["an npy file", npyOf(1), "bad-magic"],
		["the beginning alone", bytes("PK\x03\x04"), "bad-container"],
		[
			"more junk behind it than a comment could be",
			zipFile({ members: [one], suffix: new Uint8Array(0x1_0001) }),
			"bad-container",
		],
	])("%s is refused", (_, archive, code) => {
		expect(refusalOf(archive)).toEqual([code, undefined]);
	});
});

describe("a broken directory is refused as a whole", () => {
	const central = (claims: HandmadeMember["central"]): Uint8Array =>
		zipFile({ members: [{ ...one, ...(claims === undefined ? {} : { central: claims }) }] });

	test.each<[what: string, archive: Uint8Array, code: string]>([
		["it is longer than the archive", zipFile({ members: [one], end: { size: 0x7fff_ffff } }), "bad-container"],
		["it does not begin with a header", zipFile({ members: [one], end: { size: 50 } }), "bad-container"],
		["its last header is cut", zipFile({ members: [one], end: { size: 51 + 3 } }), "bad-container"],
		["a field runs over", central({ extra: bytes(u16(1, 9)) }), "bad-container"],
		[
			"the zip64 field lacks a number",
			central({ size: 0xffff_ffff, extra: bytes(u16(1, 4), u32(1)) }),
			"bad-container",
		],
		["a version of the format that nobody knows", central({ version: 64 }), "bad-version"],
		["a name that is no UTF-8", zipFile({ members: [{ ...one, name: bytes([0xff]), flags: 0x800 }] }), "bad-encoding"],
		[
			"it is spread over disks",
			zipFile({ members: [one], beforeEnd: () => bytes("PK\x06\x07", u32(1), u64(0), u32(2)) }),
			"bad-container",
		],
	])("%s", (_, archive, code) => {
		expect(refusalOf(archive)).toEqual([code, undefined]);
	});

	test("a header whose name runs over the end", () => {
		const archive = zipFile({ members: [one] });
		const nameLength = archive.length - 22 - 51 + 28;
		archive.set([200], nameLength);
		expect(refusalOf(archive)).toEqual(["truncated", undefined]);
	});
});

describe("a bad member is refused by its name", () => {
	const deflated: HandmadeMember = { ...one, method: 8 };

	test.each<[what: string, member: HandmadeMember, code: string]>([
		["a CRC that is not right, stored", { ...one, central: { crc: 1 } }, "checksum"],
		["a CRC that is not right, deflated", { ...deflated, central: { crc: 1 } }, "checksum"],
		["bzip2", { ...one, method: 12 }, "bad-container"],
		["lzma", { ...one, method: 14 }, "bad-container"],
		["a method that nobody knows", { ...one, method: 99 }, "bad-container"],
		["encrypted", { ...one, flags: 1 }, "bad-container"],
		["strongly encrypted", { ...one, flags: 0x41 }, "bad-container"],
		["a patch", { ...one, flags: 0x20 }, "bad-container"],
		["another name in the local header", { ...one, local: { name: "b.npy" } }, "bad-container"],
		["no local header", { ...one, local: { signature: 0 } }, "bad-container"],
		["an offset behind the directory", { ...one, central: { offset: 5000 } }, "bad-container"],
		["two sizes, stored", { ...one, central: { size: 128 } }, "bad-length"],
		["smaller than it is", { ...deflated, central: { size: 128 } }, "bad-length"],
		["larger than it is", { ...deflated, central: { size: 130 } }, "bad-length"],
		["reaching into the directory", { ...one, central: { size: 130, compressedSize: 130 } }, "bad-container"],
		["a stream that is cut", { ...deflated, raw: bytes([0x63]) }, "truncated"],
		["a stream that is none", { ...deflated, raw: bytes([0xff, 0xff]) }, "bad-container"],
		["bytes behind the stream", { name: "a.npy", method: 8, data: bytes(), raw: bytes([3, 0, 9]) }, "bad-length"],
		[
			"an npy file of objects",
			{
				name: "a.npy",
				data: bytes(
					"\x93NUMPY\x01\x00\x46\x00",
					"{'descr': '|O', 'fortran_order': False, 'shape': (), }".padEnd(69),
					"\n",
				),
			},
			"unsafe-object",
		],
		["an npy file that is cut", { name: "a.npy", data: npyOf(1).subarray(0, -1) }, "truncated"],
	])("%s", (_, member, code) => {
		expect(refusalOf(zipFile({ members: [two, member] }))).toEqual([code, "a.npy"]);
	});

	test("an offset at the archive's end, and another far behind it", () => {
		const moved = (offset: number): Uint8Array =>
			zipFile({
				members: [
					{ ...one, central: { offset } },
					{ ...two, central: { offset: 5000 } },
				],
			});
		const { length } = moved(0);
		for (const offset of [length - 10, length, 4000]) {
			expect(refusalOf(moved(offset))).toEqual(["bad-container", "a.npy"]);
		}
	});

	test("and does not hide the others from whoever asks", () => {
		const archive = zipFile({ members: [one, { ...two, central: { crc: 1 } }, { ...one, name: "c.npy" }] });
		const bad: (string | undefined)[] = [];
		const members = decodeNpz(archive, { onBadMember: ({ path }) => bad.push(path) });
		expect([...members.keys()]).toEqual(["a", "c"]);
		expect(bad).toEqual(["b.npy"]);
	});

	test("a name that occurs again hides what is wrong with the first", () => {
		expect(listed(zipFile({ members: [{ ...one, central: { crc: 1 } }, one] }))).toEqual({ a: [1] });
	});

	test("the offset of a refused npy header counts from the member's beginning", () => {
		const member = { name: "a.npy", data: bytes("\x93NUMPY\x07\x00") };
		expect(() => decodeNpz(zipFile({ members: [two, member] }))).toThrow(
			expect.objectContaining({ code: "bad-version", format: "npy", path: "a.npy", offset: 6 }),
		);
	});
});

describe("hostile archives", () => {
	const zeros = new Uint8Array(1_000_000);
	const bomb: HandmadeMember = { name: "bomb", data: zeros, method: 8 };

	test("a million zeros are nothing wrong, unless a limit says so", () => {
		const archive = zipFile({ members: [bomb] });
		expect(decodeNpz(archive, { inflate }).get("bomb")).toHaveLength(zeros.length);
		const refusal = expect.objectContaining({ code: "limit", path: "bomb" });
		expect(() => decodeNpz(archive, { inflate, maxSize: 999_999 })).toThrow(refusal);
		expect(() => decodeNpz(archive, { inflate, maxRatio: 900 })).toThrow(refusal);
	});

	test("the limit of sizes counts all members together, and stored ones not", () => {
		const archive = zipFile({ members: [bomb, { ...bomb, name: "again" }, { name: "stored", data: zeros }] });
		expect(decodeNpz(archive, { inflate, maxSize: 2_000_000 }).size).toBe(3);
		expect(() => decodeNpz(archive, { inflate, maxSize: 1_999_999 })).toThrow(
			expect.objectContaining({ code: "limit", path: "again" }),
		);
	});

	test("a size that no stream of that length can have is refused before anything is inflated", () => {
		const archive = zipFile({ members: [{ ...one, method: 8, central: { size: 0x7fff_ffff } }] });
		const never = (): never => {
			throw new Error("inflated");
		};
		expect(() => decodeNpz(archive, { inflate: never })).toThrow(expect.objectContaining({ code: "limit" }));
	});

	test("members that share bytes are refused", () => {
		const inside = npyOf(2);
		const members: HandmadeMember[] = [
			{ name: "a", data: joinBytes([npyOf(1), inside]) },
			{ name: "a", data: inside, central: { offset: 0 } },
		];
		expect(refusalOf(zipFile({ members }))).toEqual(["bad-container", "a"]);
	});

	test("65,536 members are read, though 16 bits cannot count them", () => {
		const members = Array.from({ length: 0x1_0000 }, (_, index) => ({ name: `${index}`, data: bytes() }));
		expect(decodeNpz(zipFile({ members, end: { count: 0 } })).size).toBe(0x1_0000);
	});
});

describe("arguments", () => {
	test("a deflated member needs an inflater", () => {
		const archive = zipFile({ members: [{ ...one, method: 8 }] });
		expect(() => decodeNpz(archive)).toThrow(TypeError);
		expect(decodeNpz(zipFile({ members: [one] })).size).toBe(1);
	});

	test("whatever an inflater throws refuses the member", () => {
		const archive = zipFile({ members: [{ ...one, method: 8 }] });
		const broken = (): never => {
			throw new Error("invalid block");
		};
		expect(() => decodeNpz(archive, { inflate: broken })).toThrow(
			expect.objectContaining({ code: "bad-container", path: "a.npy" }),
		);
	});

	test("text is no archive", () => {
		// @ts-expect-error: a path is not bytes.
		expect(() => decodeNpz("a.npz")).toThrow(TypeError);
	});
});

test("the entries of the directory, equal names and unknown methods included", () => {
	const members = [one, { ...one, method: 12 }, { ...two, method: 99 }];
	const [first, second, third] = decodeNpzEntries(zipFile({ members }));
	expect(first).toEqual({ name: "a.npy", method: "stored", size: 129, compressedSize: 129, crc: expect.any(Number) });
	expect([second?.method, third?.method]).toEqual(["bzip2", "method 99"]);
});
