import type { Elements } from "../elements.js";
import { hostByteOrder } from "../memory.js";
import { contiguousStrides, inOrder, mergeAxes, type Order } from "../strides.js";
import { hasFastPaths } from "./fast-paths.js";
import { moveLoosePairs, moveLooseWords, movePairs, moveWords, type Steps } from "./moves.js";

/**
 * Copies elements of 4 or 8 bytes that do not lie in runs, as in a transposed array or a column of records, into memory
 * without gaps in the given order, in blocks that stay in the caches; says whether it did. There must be some. The plain
 * twin is `pack`.
 */
export function gather(source: Elements, order: Order, target: Uint8Array): boolean {
	const { itemsize } = source.dtype;
	const { shape, strides } = mergeAxes(inOrder(source, order));
	const isRun = strides.length === 0 || strides.at(-1) === itemsize;
	if (isRun || !isFit(source, target)) return false;
	const isAligned = [source.byteOffset, ...strides].every((bytes) => bytes % 4 === 0);
	const unit = isAligned ? 4 : 1;
	const steps = contiguousStrides(shape, itemsize / 4);
	const axes = shape.map((extent, axis) => ({ extent, from: (strides[axis] ?? 0) / unit, to: steps[axis] ?? 0 }));
	moveAll(axes, source.byteOffset / unit, isAligned ? alignedMover(source, target) : looseMover(source, target));
	return true;
}

/** Whether the moves can do it. Those that read at any byte read little-endian words, which must be the machine's. */
function isFit({ dtype, buffer }: Elements, target: Uint8Array): boolean {
	const isWhole = dtype.itemsize === 4 || dtype.itemsize === 8;
	const isSmall = Math.max(buffer.byteLength, target.buffer.byteLength) < 2 ** 31;
	return isWhole && isSmall && target.byteOffset % 4 === 0 && hostByteOrder() === "<" && hasFastPaths();
}

/** Copies along two axes from an index of the source to one of the target. */
type Mover = (from: number, to: number, inner: Steps, outer: Steps) => void;

function alignedMover({ buffer, dtype }: Elements, target: Uint8Array): Mover {
	const [words, output] = [new Int32Array(buffer, 0, buffer.byteLength >> 2), wordsOf(target)];
	const move = dtype.itemsize === 4 ? moveWords : movePairs;
	return (from, to, inner, outer) => move(words, output, from, to, inner, outer);
}

function looseMover({ buffer, dtype }: Elements, target: Uint8Array): Mover {
	const [view, output] = [new DataView(buffer), wordsOf(target)];
	const move = dtype.itemsize === 4 ? moveLooseWords : moveLoosePairs;
	return (from, to, inner, outer) => move(view, output, from, to, inner, outer);
}

function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array {
	return new Int32Array(buffer, byteOffset, byteLength / 4);
}

function moveAll(axes: readonly Steps[], start: number, move: Mover): void {
	const { inner, outer, others } = planOf(axes);
	const { height, width } = blockOf(inner, outer);
	walk(others, start, 0, (from, to) => {
		for (let row = 0; row < outer.extent; row += width) {
			const rows = { ...outer, extent: Math.min(width, outer.extent - row) };
			for (let item = 0; item < inner.extent; item += height) {
				const items = { ...inner, extent: Math.min(height, inner.extent - item) };
				const [atFrom, atTo] = [row * outer.from + item * inner.from, row * outer.to + item * inner.to];
				move(from + atFrom, to + atTo, items, rows);
			}
		}
	});
}

interface Plan {
	readonly inner: Steps;
	readonly outer: Steps;
	readonly others: readonly Steps[];
}

/** The inner axis is the one whose neighbours are nearest in the source; the outer one nearest in the target, or else the longest. */
function planOf(axes: readonly Steps[]): Plan {
	const none = { extent: 1, from: 0, to: 0 };
	const [inner = none, ...rest] = axes.toSorted((a, b) => Math.abs(a.from) - Math.abs(b.from));
	const last = axes.at(-1);
	const outer = (inner === last ? rest.toSorted((a, b) => b.extent - a.extent)[0] : last) ?? none;
	return { inner, outer, others: axes.filter((axis) => axis !== inner && axis !== outer) };
}

/**
 * How many elements along each axis are copied in one call: some two thousand, so that the engine compiles the loop early,
 * and of them eight along lines of the cache. Where rows are a page apart they fall on the same lines, and blocks are smaller.
 */
function blockOf(inner: Steps, outer: Steps): { readonly height: number; readonly width: number } {
	const isStrip = inner.to > outer.to;
	const isCrowded = isStrip && outer.from % 1024 === 0;
	const [lines, most] = isCrowded ? [16, 512] : [isStrip ? 8 : 2048, 2048];
	const width = Math.max(1, Math.floor(most / Math.min(lines, inner.extent)));
	return { width, height: Math.max(lines, Math.floor(most / Math.min(width, outer.extent))) };
}

/** Visits the beginnings of what lies along all of these axes. */
function walk(
	[axis, ...others]: readonly Steps[],
	from: number,
	to: number,
	visit: (from: number, to: number) => void,
): void {
	if (axis === undefined) return visit(from, to);
	for (let index = 0; index < axis.extent; index += 1) {
		walk(others, from + index * axis.from, to + index * axis.to, visit);
	}
}
