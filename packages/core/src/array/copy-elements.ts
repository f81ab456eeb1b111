import { fieldOf } from "../dtype/struct.js";
import { wordSize } from "../dtype/word-size.js";
import type { DType, ScalarDType, StructDType, SubarrayDType } from "../dtype/types.js";

/** Elements in memory: bytes, the offset of the first, and a byte stride per axis. */
export interface Strided {
	readonly bytes: Uint8Array;
	readonly offset: number;
	readonly strides: readonly number[];
}

/**
 * Copies elements byte by byte, padding included, so that no bit passes through a number; with a `byteOrder` each number's
 * bytes are turned around where they lie otherwise. The two must not overlap.
 */
export function copyElements(
	source: Strided,
	target: Strided,
	shape: readonly number[],
	dtype: DType,
	byteOrder?: "<" | ">",
): void {
	if (shape.includes(0) || dtype.itemsize === 0) return;
	const axes = mergeAxes(shape, source.strides, target.strides);
	const inner = axes.pop() ?? { extent: 1, from: 0, to: 0 };
	const copyRun = runCopier(source.bytes, target.bytes, dtype, byteOrder);
	const walk = (axis: number, from: number, to: number): void => {
		const outer = axes[axis];
		if (outer === undefined) return copyRun(from, inner.from, to, inner.to, inner.extent);
		for (let index = 0; index < outer.extent; index += 1) {
			walk(axis + 1, from + index * outer.from, to + index * outer.to);
		}
	};
	walk(0, source.offset, target.offset);
}

interface Axis {
	readonly extent: number;
	/** Byte stride in the source. */
	readonly from: number;
	/** Byte stride in the target. */
	readonly to: number;
}

/** The axes as the target lies, outermost first; those that continue each other in both are made one. */
function mergeAxes(shape: readonly number[], from: readonly number[], to: readonly number[]): Axis[] {
	const axes = shape.map((extent, axis) => ({ extent, from: from[axis] ?? 0, to: to[axis] ?? 0 }));
	const merged: Axis[] = [];
	for (const axis of axes.filter(({ extent }) => extent !== 1).toSorted((a, b) => Math.abs(b.to) - Math.abs(a.to))) {
		const outer = merged.at(-1);
		const continues = outer?.from === axis.from * axis.extent && outer.to === axis.to * axis.extent;
		if (outer !== undefined && continues) merged.pop();
		merged.push(outer !== undefined && continues ? { ...axis, extent: outer.extent * axis.extent } : axis);
	}
	return merged;
}

type RunCopier = (from: number, fromStride: number, to: number, toStride: number, count: number) => void;

function runCopier(source: Uint8Array, target: Uint8Array, dtype: DType, byteOrder?: "<" | ">"): RunCopier {
	const { itemsize } = dtype;
	const isPlain = byteOrder === undefined || (dtype.tag === "scalar" && swappedWord(dtype, byteOrder) === 1);
	const copyItem = isPlain ? plainCopier(source, target, itemsize) : orderingCopier(source, target, dtype, byteOrder);
	return (from, fromStride, to, toStride, count) => {
		if (isPlain && fromStride === itemsize && toStride === itemsize) {
			target.set(source.subarray(from, from + count * itemsize), to);
			return;
		}
		for (let index = 0; index < count; index += 1) copyItem(from + index * fromStride, to + index * toStride);
	};
}

/** Size of the words whose bytes turn around; 1 where nothing does. */
function swappedWord(dtype: ScalarDType, wanted: "<" | ">"): number {
	return dtype.byteOrder === wanted ? 1 : wordSize(dtype);
}

type ItemCopier = (from: number, to: number) => void;

function plainCopier(source: Uint8Array, target: Uint8Array, itemsize: number): ItemCopier {
	const from = viewOf(source);
	const to = viewOf(target);
	switch (itemsize) {
		case 1:
			return (offset, at) => to.setUint8(at, from.getUint8(offset));
		case 2:
			return (offset, at) => to.setUint16(at, from.getUint16(offset));
		case 4:
			return (offset, at) => to.setUint32(at, from.getUint32(offset));
		case 8:
			return (offset, at) => {
				to.setUint32(at, from.getUint32(offset));
				to.setUint32(at + 4, from.getUint32(offset + 4));
			};
		default:
			return (offset, at) => target.set(source.subarray(offset, offset + itemsize), at);
	}
}

function orderingCopier(source: Uint8Array, target: Uint8Array, dtype: DType, byteOrder: "<" | ">"): ItemCopier {
	if (dtype.tag === "struct") return fieldsCopier(source, target, dtype, byteOrder);
	if (dtype.tag === "subarray") return blockCopier(source, target, dtype, byteOrder);
	const word = swappedWord(dtype, byteOrder);
	return word === 1 ? plainCopier(source, target, dtype.itemsize) : wordCopier(source, target, dtype.itemsize, word);
}

function wordCopier(source: Uint8Array, target: Uint8Array, itemsize: number, word: number): ItemCopier {
	const from = viewOf(source);
	const to = viewOf(target);
	if (word === 2) {
		return (offset, at) => {
			for (let byte = 0; byte < itemsize; byte += 2) to.setUint16(at + byte, from.getUint16(offset + byte, true));
		};
	}
	// Words are of 4, 8 or 16 bytes: their halves of 4 bytes change places as their bytes do.
	return (offset, at) => {
		for (let start = 0; start < itemsize; start += word) {
			for (let byte = 0; byte < word; byte += 4) {
				to.setUint32(at + start + byte, from.getUint32(offset + start + word - 4 - byte, true));
			}
		}
	};
}

/** The whole item with its padding first, then every field over it, later ones last where they overlap. */
function fieldsCopier(source: Uint8Array, target: Uint8Array, dtype: StructDType, byteOrder: "<" | ">"): ItemCopier {
	const copyItem = plainCopier(source, target, dtype.itemsize);
	const fields = dtype.names.map((name) => {
		const field = fieldOf(dtype, name);
		return { start: field.offset, copyField: orderingCopier(source, target, field.dtype, byteOrder) };
	});
	return (offset, at) => {
		copyItem(offset, at);
		for (const { start, copyField } of fields) copyField(offset + start, at + start);
	};
}

function blockCopier(
	source: Uint8Array,
	target: Uint8Array,
	{ base, itemsize }: SubarrayDType,
	byteOrder: "<" | ">",
): ItemCopier {
	const copyBase = orderingCopier(source, target, base, byteOrder);
	return (offset, at) => {
		for (let start = 0; start < itemsize; start += base.itemsize) copyBase(offset + start, at + start);
	};
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
