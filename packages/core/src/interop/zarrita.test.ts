import { expect, test } from "vitest";
import * as zarr from "zarrita";
import { dtype } from "../dtype/dtype.js";
import { fromBuffer } from "../array/from-buffer.js";
import { NDArray } from "../array/nd-array.js";
import { contiguousStrides } from "../array/strides.js";
import { trickyFloats } from "../testing/tricky-floats.js";

const float64 = dtype("<f8");
type Floats = NDArray<typeof float64>;

/** Zarrita's strides count elements. */
function fromChunk({ data, shape, stride }: zarr.Chunk<"float64">): Floats {
	const strides = stride.map((step) => step * data.BYTES_PER_ELEMENT);
	return new NDArray({ dtype: float64, shape, strides, buffer: data.buffer, byteOffset: data.byteOffset });
}

/** A view where the elements lie in C order, else a copy. */
function toChunk(array: Floats): zarr.Chunk<"float64"> {
	const shape = [...array.shape];
	return { data: array.toTypedArray(), shape, stride: contiguousStrides(shape, 1) };
}

async function storedIn(store: Map<string, Uint8Array>, codecs: zarr.CodecMetadata[] = []) {
	const location = zarr.root(store).resolve("/values");
	return zarr.create(location, { shape: [2, 3], chunkShape: [2, 3], dtype: "float64", codecs });
}

const values = fromBuffer(trickyFloats(), { dtype: "<f8", shape: [2, 3] });

test("an array is written as a chunk without a copy, and read back bit for bit", async () => {
	const stored = await storedIn(new Map());
	const chunk = toChunk(values);
	expect(chunk.data.buffer).toBe(values.buffer);
	await zarr.set(stored, null, chunk);

	const read = await stored.getChunk([0, 0]);
	const back = fromChunk(read);
	expect(back.buffer).toBe(read.data.buffer);
	expect(back.shape).toEqual([2, 3]);
	expect(back.toBytes()).toEqual(values.toBytes());
});

test("a chunk's bytes in the store are those of the array in C order", async () => {
	const store = new Map<string, Uint8Array>();
	await zarr.set(await storedIn(store), null, toChunk(values));
	expect(store.get("/values/c/0/0")).toEqual(values.toBytes());
});

test("an array in Fortran order is copied on its way, and is the same elements", async () => {
	const columns = fromBuffer(trickyFloats(), { dtype: "<f8", shape: [2, 3], order: "F" });
	const stored = await storedIn(new Map());
	await zarr.set(stored, null, toChunk(columns));
	expect(fromChunk(await zarr.get(stored)).toBytes()).toEqual(columns.toBytes());
});

test("a transposed chunk, whose strides are not those of C, is a view with the same elements", async () => {
	const stored = await storedIn(new Map(), [
		{ name: "transpose", configuration: { order: [1, 0] } },
		{ name: "bytes", configuration: { endian: "little" } },
	]);
	await zarr.set(stored, null, toChunk(values));
	const read = await stored.getChunk([0, 0]);
	expect(read.stride).toEqual([1, 2]);
	expect(fromChunk(read).toBytes()).toEqual(values.toBytes());
});

test("a selection of a stored array is the slice of the array", async () => {
	const stored = await storedIn(new Map());
	await zarr.set(stored, null, toChunk(values));
	const part = fromChunk(await zarr.get(stored, [null, zarr.slice(1, 3)]));
	expect(part.toBytes()).toEqual(values.slice(null, [1, 3]).toBytes());
});
