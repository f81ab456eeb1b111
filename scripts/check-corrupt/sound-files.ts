import { adapter } from "../../conformance/adapters/ndwire/index.js";
import { readBytes, writeBytes } from "../../conformance/src/protocol/bytes.js";
import type { DT, FieldDT, JsonObject } from "../../conformance/src/protocol/messages.js";

/** A file that NumPy reads, to be corrupted. */
export interface SoundFile {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** Byte at which the elements begin. */
	readonly dataOffset: number;
}

/** One file of every kind of dtype, and of every version and layout. */
export async function soundFiles(): Promise<readonly SoundFile[]> {
	const files = [
		...typeStrings.map(([type, size]) => soundFile(type, type, size)),
		...structures.map(([name, itemsize, fields]) => soundFile(name, { itemsize, fields }, itemsize)),
		soundFile("Fortran order", ">f4", 4, { shape: [2, 3], order: "F" }),
		soundFile("three dimensions", "<i2", 2, { shape: [2, 1, 3] }),
		soundFile("no dimensions", "<f8", 8, { shape: [] }),
		soundFile("no elements", "<f8", 8, { shape: [0, 4] }),
		soundFile("version 2.0", "<u4", 4, { opts: { version: [2, 0] } }),
		soundFile("version 3.0", "<u4", 4, { opts: { version: [3, 0] } }),
		soundFile("16-byte alignment", "<i8", 8, { opts: { numpy: "1.8" } }),
	];
	return [...(await Promise.all(files)), objects(await soundFile("objects", "|V8", 8, { shape: [1] }))];
}

const typeStrings: readonly (readonly [type: string, size: number])[] = [
	["|b1", 1], ["|i1", 1], [">i2", 2], ["<i4", 4], [">i8", 8], ["|u1", 1], ["<u2", 2], [">u4", 4], ["<u8", 8],
	[">f2", 2], ["<f4", 4], [">f8", 8], ["<f16", 16], ["<c8", 8], [">c16", 16], [">c32", 32],
	["|S5", 5], ["|S0", 0], ["<U3", 12], [">U1", 4], ["|V7", 7],
	["<M8", 8], ["<M8[25s]", 8], [">M8[ns]", 8], ["<m8[D]", 8], [">m8", 8],
]; // prettier-ignore

const structures: readonly (readonly [name: string, itemsize: number, fields: readonly FieldDT[]])[] = [
	["structure", 13, [field("id", 0, "<i4"), field("value", 4, ">f8"), field("flag", 12, "|b1")]],
	["nested structure", 9, [field("p", 0, { itemsize: 8, fields: [field("x", 0, "<f4"), field("y", 4, ">f4")] }), field("n", 8, "|u1")]],
	["subarray", 15, [{ ...field("m", 0, "<i2"), shape: [2, 3] }, field("s", 12, "|S3")]],
	["padding", 12, [field("a", 0, "|u1"), field("b", 4, "<i4")]],
	["titles", 12, [{ ...field("a", 0, "<i4"), title: "Title" }, field("b", 4, "<M8[ms]")]],
	["Latin-1 name", 2, [field("\u00e9\u00a0", 0, "<i2")]],
	["Greek name", 2, [field("\u03b1\u{1f600}", 0, "<i2")]],
	["quotes in names", 3, [field("it's", 0, "<i2"), field("a\"b'c\\", 2, "|u1")]],
	["no fields", 0, []],
]; // prettier-ignore

function field(name: string, offset: number, type: DT): FieldDT {
	return { name, offset, type };
}

interface SoundOptions {
	readonly shape?: readonly number[];
	readonly order?: "C" | "F";
	readonly opts?: JsonObject;
}

async function soundFile(name: string, dtype: DT, itemsize: number, options: SoundOptions = {}): Promise<SoundFile> {
	const { shape = [3], order = "C", opts = {} } = options;
	const length = shape.reduce((size, extent) => size * extent, itemsize);
	// Every byte is a different one, so that elements read from a wrong place are other elements.
	const data = writeBytes(Uint8Array.from({ length }, (_, i) => (i * 37 + 11) & 0xff));
	const value = { dtype, shape, order, data };
	const answer = await adapter.run({ cmd: "run", op: "encode", format: "npy", opts, value });
	if (!("ok" in answer && "out" in answer.ok)) throw new Error(`${name} cannot be written: ${JSON.stringify(answer)}`);
	const bytes = readBytes(answer.ok.out);
	return { name, bytes, dataOffset: bytes.length - length };
}

/** Objects cannot be written; refusing to read them is part of the matter. */
function objects({ name, bytes, dataOffset }: SoundFile): SoundFile {
	const text = String.fromCharCode(...bytes).replace("|V8',", "|O', ");
	return { name, bytes: Uint8Array.from(text, (character) => character.charCodeAt(0)), dataOffset };
}
