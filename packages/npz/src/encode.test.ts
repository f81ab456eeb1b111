import { array, fromBuffer } from "@ndwire/core";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { decodeNpz, decodeNpzEntries } from "./decode.js";
import { encodeNpz } from "./encode.js";
import { numpyArchives } from "./testing/numpy-archives.js";

const named = { a: array([7], { dtype: "u1" }), é: array([8], { dtype: "u1" }) };
const positional = [array([1, 2], { dtype: "<i2" })];
const some = array([1], { dtype: "u1" });

describe("stored archives are byte for byte those of np.savez", () => {
	test.each(numpyArchives)("$what", ({ numpy, python, base64 }) => {
		const archive = encodeNpz(named, { positional, numpy, python });
		expect(Buffer.from(archive).toString("base64")).toBe(base64);
	});

	test.each([
		{ python: "3.11.3", as: "3.11.2" },
		{ python: "3.6", as: "3.11.2" },
		{ python: "3.11.4", as: "3.11.7" },
		{ python: "3.11", as: "3.11.7" },
		{ python: "3.13", as: "3.11.7" },
		{ python: "4.0", as: "3.11.7" },
	])("Python $python writes as $as", ({ python, as }) => {
		expect(encodeNpz(named, { python })).toEqual(encodeNpz(named, { python: as }));
	});

	test("the default is the newest", () => {
		expect(encodeNpz(named)).toEqual(encodeNpz(named, { python: "3.13", numpy: "2.4" }));
		expect(encodeNpz(named)).not.toEqual(encodeNpz(named, { python: "3.10" }));
	});

	test.each([
		[{ numpy: "1.13" }, 0o100600],
		[{ numpy: "1.16", python: "2.7" }, 0o100600],
		[{ numpy: "1.16" }, 0o600],
		[{}, 0o600],
	])("members of %j are files with mode %o: of a temporary file, or of none", (releases, mode) => {
		const archive = encodeNpz({ a: some }, releases);
		const directory = Buffer.from(archive).lastIndexOf("PK\u0001\u0002");
		expect(new DataView(archive.buffer, archive.byteOffset).getUint16(directory + 40, true)).toBe(mode);
	});

	test("an archive without arrays is an end record", () => {
		expect(Buffer.from(encodeNpz({})).toString("hex")).toBe("504b0506" + "00".repeat(18));
	});
});

describe("names", () => {
	const namesOf = (archive: Uint8Array): readonly string[] => decodeNpzEntries(archive).map(({ name }) => name);

	test.each([
		["a folder", "a/b", "a/b.npy"],
		["no name", "", ".npy"],
		["one that ends with .npy", "c.npy", "c.npy.npy"],
		["one that is cut at a NUL", "n\0x", "n"],
		["__proto__", "__proto__", "__proto__.npy"],
	])("%s", (_, name, inArchive) => {
		expect(namesOf(encodeNpz(new Map([[name, some]])))).toEqual([inArchive]);
	});

	test("pairs keep their order, which an object's numbers do not", () => {
		expect(namesOf(encodeNpz([["b", some], ["1", some]]))).toEqual(["b.npy", "1.npy"]); // prettier-ignore
		expect(namesOf(encodeNpz({ b: some, 1: some }))).toEqual(["1.npy", "b.npy"]);
	});

	test("two arrays of one name are a wrong argument", () => {
		expect(() => encodeNpz({ arr_0: some }, { positional: [some] })).toThrow(TypeError);
		expect(() => encodeNpz([["x", some], ["x", some]])).toThrow(TypeError); // prettier-ignore
	});

	test.each([
		["a lone surrogate", "\ud800", "bad-encoding"],
		["65,532 bytes with .npy behind", "a".repeat(65_532), "limit"],
	])("%s is refused", (_, name, code) => {
		expect(() => encodeNpz([[name, some]])).toThrow(expect.objectContaining({ code }));
	});
});

describe("deflated archives", () => {
	const zeros = fromBuffer(new Uint8Array(1000), { dtype: "u1" });
	const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes);

	test("hold what the deflater gives, and are the same again", () => {
		const archive = encodeNpz({ zeros }, { compressed: true, deflate });
		expect(archive.length).toBeLessThan(300);
		expect(archive).toEqual(encodeNpz({ zeros }, { compressed: true, deflate }));
		expect(decodeNpzEntries(archive)).toMatchObject([{ name: "zeros.npy", method: "deflated", size: 1128 }]);
	});

	test("need a deflater", () => {
		expect(() => encodeNpz({ zeros }, { compressed: true })).toThrow(TypeError);
	});
});

test("what np.savez would pickle is refused by the member's name", () => {
	expect(() => encodeNpz({ some, bad: array([null], { dtype: "O" }) })).toThrow(
		expect.objectContaining({ code: "unsafe-object", path: "bad.npy" }),
	);
});

test("what is no array, and releases that are none, are wrong arguments", () => {
	// @ts-expect-error: numbers are not an array.
	expect(() => encodeNpz({ x: [1, 2] })).toThrow(TypeError);
	expect(() => encodeNpz({}, { python: "three" })).toThrow(RangeError);
	expect(() => encodeNpz({}, { numpy: "2" })).toThrow(RangeError);
});

test("an archive that was read is written again as the same bytes", () => {
	for (const { base64, numpy, python } of numpyArchives) {
		const members = decodeNpz(Buffer.from(base64, "base64"));
		const arrays = Array.from(members).flatMap(([name, value]) =>
			value instanceof Uint8Array ? [] : [[name, value] as const],
		);
		expect(Buffer.from(encodeNpz(arrays, { numpy, python })).toString("base64")).toBe(base64);
	}
});
