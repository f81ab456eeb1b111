// One text per width and kind of memory: an engine compiles each for the one type that it meets, where one text for all
// would run several times slower. `| 0` keeps indices in 32 bits, and so these are for memories below 2 GiB alone.
// Elements move as integers, since engines may change the bits of a NaN that passes through a float.

/** Elements along one axis: how many, and how far apart they are in source and target, in units of their indices. */
export interface Steps {
	readonly extent: number;
	readonly from: number;
	readonly to: number;
}

/** Copies elements along two axes, the inner one first, that begin at an index of the source and one of the target. */
export type Move<Source, Target = Int32Array> = (
	source: Source,
	target: Target,
	from: number,
	to: number,
	inner: Steps,
	outer: Steps,
) => void;

/** Elements of one byte. */
export const moveBytes: Move<Uint8Array, Uint8Array> = (source, target, from, to, inner, outer) => {
	const { extent, from: stepFrom, to: stepTo } = inner;
	for (let row = 0; row < outer.extent; row = (row + 1) | 0) {
		let at = (from + row * outer.from) | 0;
		let end = (to + row * outer.to) | 0;
		for (let item = 0; item < extent; item = (item + 1) | 0) {
			target[end] = source[at] ?? 0;
			at = (at + stepFrom) | 0;
			end = (end + stepTo) | 0;
		}
	}
};

/** Elements of 4 bytes. */
export const moveWords: Move<Int32Array> = (source, target, from, to, inner, outer) => {
	const { extent, from: stepFrom, to: stepTo } = inner;
	for (let row = 0; row < outer.extent; row = (row + 1) | 0) {
		let at = (from + row * outer.from) | 0;
		let end = (to + row * outer.to) | 0;
		for (let item = 0; item < extent; item = (item + 1) | 0) {
			target[end] = source[at] ?? 0;
			at = (at + stepFrom) | 0;
			end = (end + stepTo) | 0;
		}
	}
};

/** Elements of 8 bytes, in two halves. */
export const movePairs: Move<Int32Array> = (source, target, from, to, inner, outer) => {
	const { extent, from: stepFrom, to: stepTo } = inner;
	for (let row = 0; row < outer.extent; row = (row + 1) | 0) {
		let at = (from + row * outer.from) | 0;
		let end = (to + row * outer.to) | 0;
		for (let item = 0; item < extent; item = (item + 1) | 0) {
			target[end] = source[at] ?? 0;
			target[(end + 1) | 0] = source[(at + 1) | 0] ?? 0;
			at = (at + stepFrom) | 0;
			end = (end + stepTo) | 0;
		}
	}
};

/** Elements of 4 bytes at any byte. */
export const moveLooseWords: Move<DataView> = (source, target, from, to, inner, outer) => {
	const { extent, from: stepFrom, to: stepTo } = inner;
	for (let row = 0; row < outer.extent; row = (row + 1) | 0) {
		let at = (from + row * outer.from) | 0;
		let end = (to + row * outer.to) | 0;
		for (let item = 0; item < extent; item = (item + 1) | 0) {
			target[end] = source.getInt32(at, true);
			at = (at + stepFrom) | 0;
			end = (end + stepTo) | 0;
		}
	}
};

/** Elements of 8 bytes at any byte, in two halves. */
export const moveLoosePairs: Move<DataView> = (source, target, from, to, inner, outer) => {
	const { extent, from: stepFrom, to: stepTo } = inner;
	for (let row = 0; row < outer.extent; row = (row + 1) | 0) {
		let at = (from + row * outer.from) | 0;
		let end = (to + row * outer.to) | 0;
		for (let item = 0; item < extent; item = (item + 1) | 0) {
			target[end] = source.getInt32(at, true);
			target[(end + 1) | 0] = source.getInt32((at + 4) | 0, true);
			at = (at + stepFrom) | 0;
			end = (end + stepTo) | 0;
		}
	}
};
