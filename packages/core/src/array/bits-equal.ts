import { fieldOf } from "../dtype/struct.js";
import type { DType, ScalarDType } from "../dtype/types.js";
import type { NDArray } from "./nd-array.js";

/**
 * Whether two arrays hold the same bits: same shape, same dtype but for byte order, and every element the same, NaN
 * payloads and the signs of zeros included. Bytes that carry no value do not count: gaps in structs, and the tail that
 * fills an x87 long double up to 16 bytes. Objects are compared with `Object.is`.
 */
export function bitsEqual(a: NDArray, b: NDArray): boolean {
	const sameShape = a.shape.length === b.shape.length && a.shape.every((extent, axis) => extent === b.shape[axis]);
	if (!sameShape || !isSameLayout(a.dtype, b.dtype)) return false;
	const isSame = elementComparer(sideOf(a), a.dtype, sideOf(b), b.dtype);
	const compare = (axis: number, atA: number, atB: number): boolean => {
		const extent = a.shape[axis];
		if (extent === undefined) return isSame(atA, atB);
		for (let index = 0; index < extent; index += 1) {
			if (!compare(axis + 1, atA + index * (a.strides[axis] ?? 0), atB + index * (b.strides[axis] ?? 0))) return false;
		}
		return true;
	};
	return compare(0, a.byteOffset, b.byteOffset);
}

/** Whether elements of the two mean the same bits at the same places, byte order and alignment aside. */
function isSameLayout(a: DType, b: DType): boolean {
	if (a.tag === "scalar" && b.tag === "scalar") {
		return (
			a.kind === b.kind && a.itemsize === b.itemsize && a.unit?.name === b.unit?.name && a.unit?.count === b.unit?.count
		);
	}
	if (a.tag === "subarray" && b.tag === "subarray") {
		return a.shape.join() === b.shape.join() && isSameLayout(a.base, b.base);
	}
	if (a.tag !== "struct" || b.tag !== "struct" || a.itemsize !== b.itemsize || a.names.length !== b.names.length)
		return false;
	return a.names.every((name, index) => {
		if (name !== b.names[index]) return false;
		const [inA, inB] = [fieldOf(a, name), fieldOf(b, name)];
		return inA.offset === inB.offset && isSameLayout(inA.dtype, inB.dtype);
	});
}

interface Side {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	readonly objects: readonly unknown[] | undefined;
}

function sideOf({ buffer, objects }: NDArray): Side {
	return { bytes: new Uint8Array(buffer), view: new DataView(buffer), objects };
}

type Comparer = (atA: number, atB: number) => boolean;

function elementComparer(sideA: Side, a: DType, sideB: Side, b: DType): Comparer {
	if (a.tag === "struct" && b.tag === "struct") {
		const fields = a.names.map((name) => {
			const [inA, inB] = [fieldOf(a, name), fieldOf(b, name)];
			return { start: inA.offset, isSame: elementComparer(sideA, inA.dtype, sideB, inB.dtype) };
		});
		return (atA, atB) => fields.every(({ start, isSame }) => isSame(atA + start, atB + start));
	}
	if (a.tag === "subarray" && b.tag === "subarray") {
		const isSame = elementComparer(sideA, a.base, sideB, b.base);
		return (atA, atB) => {
			for (let start = 0; start < a.itemsize; start += a.base.itemsize) {
				if (!isSame(atA + start, atB + start)) return false;
			}
			return true;
		};
	}
	if (a.tag === "scalar" && b.tag === "scalar") return scalarComparer(sideA, a, sideB, b);
	return () => false;
}

function scalarComparer(sideA: Side, a: ScalarDType, sideB: Side, b: ScalarDType): Comparer {
	if (a.hasObject) {
		const objectOf = ({ view, objects }: Side, at: number): unknown => objects?.[view.getUint32(at, true)] ?? null;
		return (atA, atB) => Object.is(objectOf(sideA, atA), objectOf(sideB, atB));
	}
	const word = wordOf(a);
	const carried = word === 16 ? 10 : word;
	const placeA = a.byteOrder === ">" ? word - 1 : 0;
	const placeB = b.byteOrder === ">" ? word - 1 : 0;
	const stepA = placeA === 0 ? 1 : -1;
	const stepB = placeB === 0 ? 1 : -1;
	return (atA, atB) => {
		for (let start = 0; start < a.itemsize; start += word) {
			for (let byte = 0; byte < carried; byte += 1) {
				const inA = sideA.bytes[atA + start + placeA + stepA * byte];
				if (inA !== sideB.bytes[atB + start + placeB + stepB * byte]) return false;
			}
		}
		return true;
	};
}

/** Bytes that one byte order applies to; bytes, voids and whole structs are compared one by one. */
function wordOf({ kind, itemsize, byteOrder }: ScalarDType): number {
	if (byteOrder === "|") return 1;
	if (kind === "U") return 4;
	return kind === "c" ? itemsize / 2 : itemsize;
}
