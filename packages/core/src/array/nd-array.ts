import { believe } from "../dtype/believe.js";
import { fieldOf } from "../dtype/struct.js";
import type { DType, ElementOf, FieldDTypeOf, FieldNameOf, StorageOf } from "../dtype/types.js";
import { accessorOf, type Accessor } from "./accessor.js";
import { misfit } from "./expectation.js";
import { pack, refuseObjects } from "./pack.js";
import { resolveShape, stridesForShape } from "./reshape.js";
import { resolveIndex, sliceAxis, type Range } from "./slice.js";
import { byteExtent, contiguousStrides, isContiguous, sizeOfShape, type Axes, type Order } from "./strides.js";
import { toList } from "./to-list.js";
import { toTypedArray } from "./to-typed-array.js";
import { unfold } from "./unfold.js";

/** The parts of an array; strides are in bytes and may be zero or negative. */
export interface NDArrayParts<D extends DType = DType> {
	readonly dtype: D;
	readonly shape: readonly number[];
	/** Default: C order without gaps. */
	readonly strides?: readonly number[] | undefined;
	readonly buffer: ArrayBufferLike;
	/** Byte offset of the first element within `buffer`. Default 0. */
	readonly byteOffset?: number | undefined;
	/** What the slots of an object dtype point to, as little-endian uint32 indices; index 0 stands for None. */
	readonly objects?: unknown[] | undefined;
}

/**
 * Elements of one dtype in memory that belongs to somebody else: a view, cheap to make, that never copies unless it says
 * so. Writing through it changes that memory.
 */
export class NDArray<D extends DType = DType> {
	declare readonly dtype: D;
	declare readonly shape: readonly number[];
	/** Byte strides, one per axis. */
	declare readonly strides: readonly number[];
	declare readonly buffer: ArrayBufferLike;
	/** Byte offset of the first element within `buffer`. */
	declare readonly byteOffset: number;
	/** What the slots of an object dtype point to, shared by all views; undefined for any other. */
	declare readonly objects: unknown[] | undefined;
	/** Number of elements. */
	declare readonly size: number;
	#cachedAccessor: Accessor | undefined;

	/**
	 * @throws {RangeError} if an element would lie outside the buffer.
	 * @throws {TypeError} for a subarray dtype, whose axes belong in the shape.
	 */
	constructor({ dtype, shape, strides, buffer, byteOffset = 0, objects }: NDArrayParts<D>) {
		if (dtype.tag === "subarray") throw new TypeError("expected no subarray dtype");
		this.dtype = dtype;
		this.shape = [...shape];
		this.strides = strides ? [...strides] : contiguousStrides(shape, dtype.itemsize);
		this.buffer = buffer;
		this.byteOffset = byteOffset;
		this.objects = objects;
		this.size = sizeOfShape(shape);
		if (this.strides.length !== shape.length) throw misfit(`${shape.length} strides`, this.strides.length);
		const [low, high] = byteExtent(this);
		if (!(byteOffset + low >= 0 && byteOffset + high <= buffer.byteLength)) {
			throw misfit(`elements within ${buffer.byteLength} bytes`, `bytes ${byteOffset + low} to ${byteOffset + high}`);
		}
	}

	/** Made when an element is first asked for: most arrays are looked at as a whole, and a DataView costs as much as all the rest. */
	get #accessor(): Accessor {
		const { buffer, objects } = this;
		return (this.#cachedAccessor ??= accessorOf(this.dtype, { view: new DataView(buffer), objects }));
	}

	/** Bytes of all elements: `size × itemsize`. */
	get nbytes(): number {
		return this.size * this.dtype.itemsize;
	}

	/** `"C"` if C-contiguous, else `"F"` if Fortran-contiguous, else undefined, as NumPy's flags have it. */
	get order(): Order | undefined {
		return (["C", "F"] as const).find((order) => isContiguous(this, order));
	}

	/** The element at an index, one number per axis; a negative one counts from the end. Never a view. */
	get(...index: number[]): ElementOf<D> {
		return believe(this.#accessor.get(this.#offsetOf(index)));
	}

	/**
	 * Stores the last argument at the index before it: `a.set(0, 1, value)`. The value is what `get` would give.
	 *
	 * @throws {TypeError} for a value of another type, {RangeError} for one that does not fit.
	 */
	set(...indexAndValue: [...index: number[], value: ElementOf<D>]): void {
		const index: unknown[] = [...indexAndValue];
		const value = index.pop();
		this.#accessor.set(this.#offsetOf(believe<number[]>(index)), value);
	}

	/** One field of every element, as a view; the axes of a subarray field follow the array's. A title will do for a name. */
	field<Name extends FieldNameOf<D>>(name: Name): NDArray<FieldDTypeOf<D, Name>> {
		if (this.dtype.tag !== "struct") throw new TypeError("field: expected a dtype with fields");
		const { dtype, offset } = fieldOf(this.dtype, name);
		const unfolded = unfold(dtype, this);
		return this.#view(unfolded, offset, believe<FieldDTypeOf<D, Name>>(unfolded.dtype));
	}

	/** A view of part of the array: per axis an index, `null` or `[start, stop, step]`; axes not named stay whole. */
	slice(...ranges: Range[]): NDArray<D> {
		const rank = this.shape.length;
		if (ranges.length > rank) throw misfit(`at most ${rank} ranges`, ranges.length);
		const shape: number[] = [];
		const strides: number[] = [];
		let offset = 0;
		for (const [axis, stride] of this.strides.entries()) {
			const { start, kept } = sliceAxis(ranges[axis] ?? null, this.shape[axis] ?? 0, axis);
			offset += start * stride;
			if (kept === undefined) continue;
			shape.push(kept.extent);
			strides.push(kept.step * stride);
		}
		return this.#view({ shape, strides }, offset, this.dtype);
	}

	/**
	 * The elements, counted in `order`, under another shape, in which one extent may be -1: a view where the strides allow
	 * it, else a copy, as in NumPy.
	 *
	 * @throws {RangeError} if the shape holds another number of elements.
	 */
	reshape(shape: readonly number[], { order = "C" }: { readonly order?: Order } = {}): NDArray<D> {
		const { dtype } = this;
		const resolved = resolveShape(shape, this.size);
		const strides = stridesForShape(this, resolved, order);
		if (strides) return this.#view({ shape: resolved, strides }, 0, dtype);
		const { buffer } = pack(this, order);
		const packed = contiguousStrides(resolved, dtype.itemsize, order);
		return new NDArray({ ...this, shape: resolved, strides: packed, buffer, byteOffset: 0 });
	}

	/** A view with its axes in another order; without one, reversed. */
	transpose(axes: readonly number[] = [...this.shape.keys()].reverse()): NDArray<D> {
		const { shape, strides } = this;
		const from = axes.map((axis) => (axis < 0 ? axis + shape.length : axis));
		if (axes.length !== shape.length || !shape.every((_, axis) => from.includes(axis))) {
			throw misfit(`each of ${shape.length} axes once`, `[${axes.join(", ")}]`);
		}
		const pick = (sizes: readonly number[]): number[] => from.map((axis) => sizes[axis] ?? 0);
		return this.#view({ shape: pick(shape), strides: pick(strides) }, 0, this.dtype);
	}

	/**
	 * The elements in C order as a typed array: a view where they lie so, aligned and in the machine's byte order, else (or
	 * with `copy`) a copy; which of the two, its `buffer` tells, which is the array's own where it is a view. float16 becomes
	 * a Float32Array, always a copy; complex numbers are pairs of floats.
	 *
	 * @throws {TypeError} for dtypes that no typed array holds: bytes, text, structs, long doubles, objects.
	 */
	toTypedArray(options: { readonly copy?: boolean } = {}): StorageOf<D> {
		return believe(toTypedArray(this, options.copy ?? false));
	}

	/** The elements as nested lists, one level per axis, each element as `get` gives it; without axes that element itself. */
	toList(): unknown {
		return toList(this, () => this.#accessor);
	}

	/**
	 * The elements' bytes as NumPy's `tobytes` gives them: in C order whatever the array's own, unless `order` is `"F"`, or
	 * `"A"` for the order of an array that is Fortran-contiguous only. A view where they lie so, else (or with `copy`) a copy.
	 *
	 * @throws {FormatError} `unsafe-object` for dtypes that hold objects.
	 */
	toBytes({ order = "C", copy = false }: { readonly order?: Order | "A"; readonly copy?: boolean } = {}): Uint8Array {
		refuseObjects(this.dtype);
		const resolved = order === "A" ? (this.order ?? "C") : order;
		if (copy || !isContiguous(this, resolved)) return pack(this, resolved);
		return new Uint8Array(this.buffer, this.byteOffset, this.nbytes);
	}

	#offsetOf(index: readonly number[]): number {
		const { shape, strides } = this;
		if (index.length !== shape.length) throw misfit(`an index for each of ${shape.length} axes`, index.length);
		return strides.reduce(
			(offset, stride, axis) => offset + resolveIndex(index[axis] ?? 0, shape[axis] ?? 0, axis) * stride,
			this.byteOffset,
		);
	}

	#view<View extends DType>({ shape, strides }: Axes, offset: number, dtype: View): NDArray<View> {
		// Where there are no elements, the first one may lie behind the end of the buffer.
		const byteOffset = this.byteOffset + (shape.includes(0) ? 0 : offset);
		return new NDArray({ ...this, dtype, shape, strides, byteOffset });
	}
}
