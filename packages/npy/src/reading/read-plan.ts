import type { NDArray } from "@ndwire/core";

/** One axis of elements in a file, walked forwards. */
export interface FileAxis {
	readonly extent: number;
	/** Bytes from one element to the next, above 0. */
	readonly stride: number;
}

/** How the elements of a part of a file are read. */
export interface ReadPlan {
	/** Byte of the file at which the first of them lies. */
	readonly offset: number;
	/** Byte after the last of them. */
	readonly end: number;
	/** Axes whose every index is a read of its own, outermost first. */
	readonly outer: readonly FileAxis[];
	/** Axes that one read takes in, outermost first. */
	readonly inner: readonly FileAxis[];
	/** Whether one read takes in elements that are wanted, and nothing between them. */
	readonly isExact: boolean;
}

/** One read, and where in the elements' memory, where they lie without gaps, its elements belong. */
export interface PlannedRead {
	readonly offset: number;
	readonly length: number;
	readonly position: number;
	/** How the elements lie in what is read. */
	readonly axes: readonly FileAxis[];
}

export interface PlanLimits {
	/** More reads than these are joined, with the bytes between them. */
	readonly maxReads: number;
	/** Largest step between elements over which reads are joined. */
	readonly maxStep: number;
}

/** Plans the reads of `layout`, an array whose memory is the file and which has elements of at least one byte. */
export function planReads(layout: NDArray, { maxReads, maxStep }: PlanLimits): ReadPlan {
	const { itemsize } = layout.dtype;
	const axes = fileAxes(layout);
	let split = axes.findLastIndex((axis, i) => axis.stride !== packedLength(axes.slice(i + 1), itemsize)) + 1;
	let reads = packedLength(axes.slice(0, split), 1);
	for (
		let axis = axes[split - 1];
		axis !== undefined && reads > maxReads && axis.stride <= maxStep;
		axis = axes[split - 1]
	) {
		reads /= axis.extent;
		split--;
	}
	const [outer, inner, offset] = [axes.slice(0, split), axes.slice(split), lowestByte(layout)];
	const isExact = span(inner, itemsize) === packedLength(inner, itemsize);
	return { offset, end: offset + span(axes, itemsize), outer, inner, isExact };
}

/** The reads of a plan, in the order of the file; one that is not exact is cut into pieces of about `pieceLength` bytes. */
export function* plannedReads(
	plan: ReadPlan,
	itemsize: number,
	pieceLength: number,
): Generator<PlannedRead, void, undefined> {
	let position = 0;
	for (const offset of offsetsOf(plan.outer, plan.offset)) {
		for (const read of piecesOf(plan, itemsize, pieceLength)) {
			yield { ...read, offset: offset + read.offset, position: position + read.position };
		}
		position += packedLength(plan.inner, itemsize);
	}
}

/** Bytes of all reads of a plan. */
export function plannedLength(plan: ReadPlan, itemsize: number, pieceLength: number): number {
	let length = 0;
	for (const piece of piecesOf(plan, itemsize, pieceLength)) length += piece.length;
	return packedLength(plan.outer, length);
}

function* piecesOf(
	{ inner, isExact }: ReadPlan,
	itemsize: number,
	pieceLength: number,
): Generator<PlannedRead, void, undefined> {
	const [first, ...others] = inner;
	if (first === undefined || isExact)
		return yield { offset: 0, length: span(inner, itemsize), position: 0, axes: inner };
	const { extent, stride } = first;
	const most = Math.max(1, Math.floor(pieceLength / stride));
	for (let index = 0; index < extent; index += most) {
		const axes = [{ extent: Math.min(most, extent - index), stride }, ...others];
		yield {
			offset: index * stride,
			length: span(axes, itemsize),
			position: index * packedLength(others, itemsize),
			axes,
		};
	}
}

/** Every offset that indices of these axes lead to, the last axis fastest. */
function* offsetsOf(axes: readonly FileAxis[], offset: number): Generator<number, void, undefined> {
	const [first, ...others] = axes;
	if (first === undefined) return yield offset;
	for (let index = 0; index < first.extent; index++) yield* offsetsOf(others, offset + index * first.stride);
}

/** The axes of more than one element, the one with the longest steps first. */
function fileAxes({ shape, strides }: NDArray): FileAxis[] {
	return shape
		.map((extent, axis) => ({ extent, stride: Math.abs(strides[axis] ?? 0) }))
		.filter(({ extent }) => extent > 1)
		.toSorted((a, b) => b.stride - a.stride);
}

function lowestByte({ shape, strides, byteOffset }: NDArray): number {
	return shape.reduce((byte, extent, axis) => byte + Math.min(0, (extent - 1) * (strides[axis] ?? 0)), byteOffset);
}

/** Bytes that the elements take without gaps. */
export function packedLength(axes: readonly FileAxis[], itemsize: number): number {
	return axes.reduce((length, { extent }) => length * extent, itemsize);
}

/** Bytes from the first element to the end of the last. */
function span(axes: readonly FileAxis[], itemsize: number): number {
	return axes.reduce((length, { extent, stride }) => length + (extent - 1) * stride, itemsize);
}
