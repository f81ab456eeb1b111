import { asBytes, copy, type DType, type FormatError, NDArray } from "@ndwire/core";
import { allocate, type ByteSource, inParallel } from "@ndwire/core/source";
import { refusal } from "../refusal.js";
import { packedLength, plannedLength, plannedReads, planReads, type PlannedRead, type ReadPlan } from "./read-plan.js";

/** How far a reading has come, in bytes. */
export interface NpyProgress {
	readonly loaded: number;
	readonly total: number;
}

export interface NpyReadOptions {
	/** Stops the reading; the promise rejects with its reason. */
	readonly signal?: AbortSignal | undefined;
	/** Called as bytes of elements arrive. */
	readonly onProgress?: ((progress: NpyProgress) => void) | undefined;
	/** Memory for the elements, from its beginning; it may be larger. Default: fresh memory, or a view of a source that is memory. */
	readonly out?: ArrayBufferView | undefined;
	/**
	 * Most reads by which elements that lie apart are fetched one by one. Where there are more, and the steps between them are
	 * 64 KiB or less, the bytes between are fetched too. Default 1024; for a server far away fewer are better.
	 */
	readonly maxReads?: number | undefined;
}

/**
 * The elements that `layout`, an array whose memory is the source, addresses: without gaps, and in the order in which they lie in
 * the source.
 */
export async function readElements<D extends DType>(
	source: ByteSource,
	layout: NDArray<D>,
	options: NpyReadOptions,
): Promise<NDArray<D>> {
	options.signal?.throwIfAborted();
	const out = options.out === undefined ? undefined : outMemory(options.out, layout.nbytes);
	if (layout.nbytes === 0) return empty(layout, out);
	const isBlind = source.size === undefined && out === undefined;
	return overPacked(
		layout,
		await (isBlind ? readBlindly(source, layout, options) : readPacked(source, layout, out, options)),
	);
}

function empty<D extends DType>({ dtype, shape }: NDArray<D>, out: Uint8Array = new Uint8Array(0)): NDArray<D> {
	return new NDArray({ dtype, shape, buffer: out.buffer, byteOffset: out.byteOffset });
}

function outMemory(out: ArrayBufferView, length: number): Uint8Array {
	if (out.byteLength < length) throw new RangeError(`out: expected at least ${length} bytes, found ${out.byteLength}`);
	return asBytes(out).subarray(0, length);
}

async function readPacked(
	source: ByteSource,
	layout: NDArray,
	out: Uint8Array | undefined,
	options: NpyReadOptions,
): Promise<Uint8Array> {
	const { nbytes, dtype } = layout;
	const plan = planReads(layout, { maxReads: options.maxReads ?? 1024, maxStep: 0x1_0000 });
	if (source.size !== undefined && plan.end > source.size) throw truncated(plan, source.size);
	const read = reporting(source, plannedLength(plan, dtype.itemsize, pieceLength), options);
	if (plan.isExact && plan.outer.length === 0) return read(plan.offset, nbytes, out);
	const memory = allocate(nbytes, out);
	await inParallel(plannedReads(plan, dtype.itemsize, pieceLength), readsAtOnce, async (planned) => {
		const { offset, length, position } = planned;
		if (plan.isExact) await read(offset, length, memory.subarray(position, position + length));
		else unpack(await read(offset, length), planned, dtype, memory);
	});
	return memory;
}

// Of bytes that are not all wanted only so many are held.
const pieceLength = 0x4_0000;
// Browsers ask one server for six things at once, Node's threads read four files.
const readsAtOnce = 6;

/** Of a stream of unknown size memory is taken only for what has arrived. The source does that, for everything in one read. */
async function readBlindly(source: ByteSource, layout: NDArray, options: NpyReadOptions): Promise<Uint8Array> {
	const { nbytes, dtype } = layout;
	const plan = planReads(layout, { maxReads: 1, maxStep: Infinity });
	const length = plannedLength(plan, dtype.itemsize, Infinity);
	const bytes = await reporting(source, length, options)(plan.offset, length);
	if (plan.isExact) return bytes;
	const memory = allocate(nbytes, undefined);
	for (const planned of plannedReads(plan, dtype.itemsize, Infinity)) unpack(bytes, planned, dtype, memory);
	return memory;
}

type Read = (offset: number, length: number, into?: Uint8Array) => Promise<Uint8Array>;

/** Reads that tell of their progress towards `total`, whether the source does or not. */
function reporting(source: ByteSource, total: number, { signal, onProgress }: NpyReadOptions): Read {
	let loaded = 0;
	const report = (length: number): void => {
		if (length === 0) return;
		loaded += length;
		onProgress?.({ loaded, total });
	};
	return async (offset, length, into) => {
		let untold = length;
		const tell = (arrived: number): void => {
			untold -= arrived;
			report(arrived);
		};
		const bytes = await source.read(offset, length, { signal, into, onProgress: tell });
		report(untold);
		return bytes;
	};
}

function unpack(bytes: Uint8Array, { axes, position }: PlannedRead, dtype: DType, memory: Uint8Array): void {
	const shape = axes.map(({ extent }) => extent);
	const strides = axes.map(({ stride }) => stride);
	const { buffer, byteOffset } = bytes;
	const out = memory.subarray(position, position + packedLength(axes, dtype.itemsize));
	copy(new NDArray({ dtype, shape, strides, buffer, byteOffset }), { out });
}

function truncated({ offset, end }: ReadPlan, size: number): FormatError {
	const found = `${Math.max(0, size - offset)}`;
	return refusal("truncated", `${end - offset} bytes of elements from byte ${offset}`, found, size);
}

/** An array over `bytes`, which hold the elements of `layout` in their order there. */
function overPacked<D extends DType>({ dtype, shape, strides }: NDArray<D>, bytes: Uint8Array): NDArray<D> {
	const packed = new Array<number>(shape.length).fill(dtype.itemsize);
	let [step, byteOffset] = [dtype.itemsize, bytes.byteOffset];
	const outermostFirst = [...shape.keys()].sort((a, b) => Math.abs(strides[b] ?? 0) - Math.abs(strides[a] ?? 0));
	for (const axis of outermostFirst.reverse()) {
		const [extent = 1, isBackwards] = [shape[axis], (strides[axis] ?? 0) < 0];
		packed[axis] = isBackwards ? -step : step;
		if (isBackwards) byteOffset += (extent - 1) * step;
		step *= extent;
	}
	return new NDArray({ dtype, shape, strides: packed, buffer: bytes.buffer, byteOffset });
}
