import { array, FormatError, NDArray } from "@ndwire/core";
import { fromBytes, type ByteSource } from "@ndwire/core/source";
import { describe, expect, test } from "vitest";
import { joinBytes } from "./bytes.js";
import { encodeNpz } from "./encode.js";
import { inflateAsync } from "./node/inflate.js";
import { openNpz } from "./open.js";
import { readNpz } from "./read.js";
import { bytes, npyOf, zipFile, type HandmadeMember } from "./testing/zip-file.js";

const members: readonly HandmadeMember[] = [
	{ name: "a.npy", data: npyOf(1) },
	{ name: "b.npy", data: npyOf(2, 2), method: 8 },
	{ name: "notes", data: bytes("text") },
];
const archive = zipFile({ members });
const values = { a: [1], b: [2, 2], notes: bytes("text") };

function listed(found: ReadonlyMap<string, NDArray | Uint8Array>): unknown {
	return Object.fromEntries(
		Array.from(found, ([name, value]) => [name, value instanceof NDArray ? value.toList() : value]),
	);
}

function byteByByte(): ReadableStream<Uint8Array> {
	return new ReadableStream({
		start(controller) {
			for (const byte of archive) controller.enqueue(Uint8Array.of(byte));
			controller.close();
		},
	});
}

/** A source that tells what was read from it. */
function watched(memory: Uint8Array): ByteSource & { readonly reads: readonly (readonly [number, number])[] } {
	const inner = fromBytes(memory);
	const reads: [number, number][] = [];
	return {
		size: memory.length,
		reads,
		read: (offset, length, options) => {
			reads.push([offset, length]);
			return inner.read(offset, length, options);
		},
	};
}

describe("an open archive", () => {
	test("lists names and entries", async () => {
		const opened = await openNpz(archive);
		expect(opened.names).toEqual(["a", "b", "notes"]);
		expect(opened.entries.map(({ name, method }) => [name, method])).toEqual([
			["a.npy", "stored"],
			["b.npy", "deflated"],
			["notes", "stored"],
		]);
		expect([opened.has("a"), opened.has("a.npy"), opened.has("c")]).toEqual([true, true, false]);
	});

	test("gives members by either name", async () => {
		const opened = await openNpz(archive);
		const found = await Promise.all(
			["a", "a.npy", "b", "notes"].map(async (name) => [name, await opened.get(name)] as const),
		);
		expect(listed(new Map(found))).toEqual({ ...values, "a.npy": [1] });
	});

	test("gives stored members of memory as views", async () => {
		const found = await (await openNpz(archive)).get("a");
		expect(found.buffer).toBe(archive.buffer);
	});

	test("reads the end, and of each member what lies between it and the next", async () => {
		const large = zipFile({ members: [{ name: "large", data: new Uint8Array(300_000) }, ...members] });
		const source = watched(large);
		const opened = await openNpz(source);
		expect(source.reads).toEqual([
			[0, 4],
			[large.length - 65_634, 65_634],
		]);
		await opened.get("a");
		expect(source.reads.slice(2)).toEqual([[300_000 + 30 + 5, 30 + 5 + npyOf(1).length]]);
	});

	test("reads a directory that is longer than the end in one more piece", async () => {
		const many = Array.from({ length: 2000 }, (_, index) => ({ name: `member-${index}`, data: bytes() }));
		const source = watched(zipFile({ members: many }));
		expect((await openNpz(source)).names).toHaveLength(2000);
		expect(source.reads).toHaveLength(3);
	});

	test("does not read what lies far behind a member", async () => {
		const padded = zipFile({ members: [{ name: "a.npy", data: npyOf(1), behind: new Uint8Array(1_000_000) }] });
		const source = watched(padded);
		await (await openNpz(source)).get("a");
		expect(source.reads.at(-1)?.[1]).toBeLessThan(140_000);
	});

	test("has no member of another name", async () => {
		await expect((await openNpz(archive)).get("constructor")).rejects.toThrow(RangeError);
	});

	test("one bad member does not hide the good ones", async () => {
		const opened = await openNpz(
			zipFile({ members: [{ name: "bad.npy", data: npyOf(0), central: { crc: 1 } }, ...members] }),
		);
		await expect(opened.get("bad")).rejects.toMatchObject({ code: "checksum", path: "bad.npy" });
		expect(await opened.get("a")).toBeInstanceOf(NDArray);
	});
});

describe("all members", () => {
	test.each<[what: string, source: () => Parameters<typeof readNpz>[0]]>([
		["bytes", () => archive],
		["a buffer", () => archive.slice().buffer],
		[
			"shared memory",
			() => {
				const shared = new Uint8Array(new SharedArrayBuffer(archive.length));
				shared.set(archive);
				return shared;
			},
		],
		["a Blob", () => new Blob([archive.slice()])],
		["a Response", () => new Response(archive.slice())],
		["a stream", () => new Blob([archive.slice()]).stream()],
		["a stream of single bytes", () => byteByByte()],
		["a source", () => fromBytes(archive)],
	])("from %s", async (_, source) => {
		const found = await readNpz(source());
		expect([...found.keys()]).toEqual(["a", "b", "notes"]);
		expect(listed(found)).toEqual(values);
	});

	test("from a Response that is no success", async () => {
		await expect(readNpz(new Response("gone", { status: 404 }))).rejects.toMatchObject({
			name: "SourceError",
			code: "status",
		});
	});

	test("from a source that does not know its size", async () => {
		const unsized: ByteSource = { read: (...range) => fromBytes(archive).read(...range) };
		await expect(readNpz(unsized)).rejects.toThrow(TypeError);
	});

	test("with refused members named, and left out for whoever asks", async () => {
		const damaged = zipFile({ members: [...members, { name: "bad", data: bytes("x"), method: 12 }] });
		await expect(readNpz(damaged)).rejects.toMatchObject({ code: "bad-container", path: "bad" });
		const bad: FormatError[] = [];
		const found = await readNpz(damaged, { onBadMember: (error) => bad.push(error) });
		expect(listed(found)).toEqual(values);
		expect(bad.map(({ path }) => path)).toEqual(["bad"]);
	});

	test("telling how far it has come", async () => {
		const loaded: number[] = [];
		const totals = new Set<number>();
		await readNpz(archive, {
			onProgress: (progress) => {
				loaded.push(progress.loaded);
				totals.add(progress.total);
			},
		});
		const total = (await openNpz(archive)).entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
		expect([...totals]).toEqual([total]);
		expect(loaded).toEqual(loaded.toSorted((left, right) => left - right));
		expect(loaded.at(-1)).toBe(total);
	});

	test("until the signal aborts", async () => {
		const reason = new Error("enough");
		await expect(readNpz(archive, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
		await expect(readNpz(new Blob([archive.slice()]).stream(), { signal: AbortSignal.abort(reason) })).rejects.toBe(
			reason,
		);
	});
});

describe.each([
	["DecompressionStream", {}],
	["zlib", { inflate: inflateAsync }],
])("what %s inflates", (_, options) => {
	const deflated: HandmadeMember = { name: "d.npy", data: npyOf(...new Uint8Array(5000)), method: 8 };

	test.each<[what: string, member: Partial<HandmadeMember>, code: string]>([
		["is not larger than the directory says", { central: { size: 5000 } }, "bad-length"],
		["is not smaller", { central: { size: 6000 } }, "bad-length"],
		["has its checksum", { central: { crc: 1 } }, "checksum"],
		["is all there is of the member", { data: bytes(), raw: bytes([3, 0, 9]) }, "bad-length|bad-container"],
		["is whole", { raw: bytes([0x63, 0x60, 0x60, 0x60, 0x60, 0x60]) }, "truncated|bad-container"],
		["is a deflated stream", { raw: bytes([0xff, 0xff, 0xff, 0xff, 0xff, 0xff]) }, "bad-container"],
	])("%s", async (_, member, code) => {
		const archive = zipFile({ members: [{ ...deflated, ...member }] });
		await expect(readNpz(archive, options)).rejects.toMatchObject({
			name: "FormatError",
			code: expect.stringMatching(code),
			path: "d.npy",
		});
	});

	test("stops at a limit", async () => {
		const bomb = zipFile({ members: [{ name: "bomb", data: new Uint8Array(1_000_000), method: 8 }] });
		await expect(readNpz(bomb, { ...options, maxSize: 999_999 })).rejects.toMatchObject({
			code: "limit",
			path: "bomb",
		});
		expect((await readNpz(bomb, options)).get("bomb")).toHaveLength(1_000_000);
	});
});

test("members of several megabytes are whole", async () => {
	const data = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * index) >>> 7);
	const large = zipFile({ members: [{ name: "l", data, method: 8 }] });
	expect((await readNpz(large)).get("l")).toEqual(data);
	expect((await readNpz(large, { inflate: inflateAsync })).get("l")).toEqual(data);
});

test("what was written is read", async () => {
	const arrays = { x: array([1.5, -0], { dtype: ">f8" }) };
	const found = await readNpz(joinBytes([encodeNpz(arrays), bytes("junk")]));
	expect(listed(found)).toEqual({ x: [1.5, -0] });
});
