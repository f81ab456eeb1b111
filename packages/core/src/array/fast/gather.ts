import type { Elements } from "../elements.js";
import { hostByteOrder } from "../memory.js";
import { contiguousStrides, inOrder, mergeAxes, type Order } from "../strides.js";
import { hasFastPaths } from "./fast-paths.js";
import { moveBytes, moveLoosePairs, moveLooseWords, movePairs, moveWords, type Steps } from "./moves.js";

/**
 * Copies elements of 1, 4 or 8 bytes that do not lie in runs, as in a transposed array or a column of records, into memory
 * without gaps in the given order, in blocks that stay in the caches; says whether it did. There must be some. The plain
 * twin is `pack`.
 */
export function gather(source: Elements, order: Order, target: Uint8Array): boolean {
	const { itemsize } = source.dtype;
	const { shape, strides } = mergeAxes(inOrder(source, order));
	const isRun = strides.length === 0 || strides.at(-1) === itemsize;
	const mover = isRun || !isSmall(source, target) || !hasFastPaths() ? undefined : moverOf(source, strides, target);
	if (mover === undefined) return false;
	const { move, unitFrom, unitTo } = mover;
	const steps = contiguousStrides(shape, itemsize / unitTo);
	const axes = shape.map((extent, axis) => ({ extent, from: (strides[axis] ?? 0) / unitFrom, to: steps[axis] ?? 0 }));
	moveAll(axes, source.byteOffset / unitFrom, move);
	return true;
}

function isSmall({ buffer }: Elements, target: Uint8Array): boolean {
	return Math.max(buffer.byteLength, target.buffer.byteLength) < 2 ** 31;
}

/** What copies along two axes, with indices that count units of some bytes. */
interface Mover {
	readonly move: (from: number, to: number, inner: Steps, outer: Steps) => void;
	readonly unitFrom: number;
	readonly unitTo: number;
}

function moverOf(source: Elements, strides: readonly number[], target: Uint8Array): Mover | undefined {
	const { dtype, buffer, byteOffset } = source;
	const { itemsize } = dtype;
	if (itemsize === 1) {
		const bytes = new Uint8Array(buffer);
		return { move: (...block) => moveBytes(bytes, target, ...block), unitFrom: 1, unitTo: 1 };
	}
	if ((itemsize !== 4 && itemsize !== 8) || target.byteOffset % 4 !== 0) return undefined;
	const output = new Int32Array(target.buffer, target.byteOffset, target.length / 4);
	if ([byteOffset, ...strides].every((bytes) => bytes % 4 === 0)) {
		const words = new Int32Array(buffer, 0, buffer.byteLength >> 2);
		const move = itemsize === 4 ? moveWords : movePairs;
		return { move: (...block) => move(words, output, ...block), unitFrom: 4, unitTo: 4 };
	}
	// Those that read at any byte read little-endian words, which must be the machine's.
	if (hostByteOrder() !== "<") return undefined;
	const view = new DataView(buffer);
	const move = itemsize === 4 ? moveLooseWords : moveLoosePairs;
	return { move: (...block) => move(view, output, ...block), unitFrom: 1, unitTo: 4 };
}

function moveAll(axes: readonly Steps[], start: number, move: Mover["move"]): void {
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
