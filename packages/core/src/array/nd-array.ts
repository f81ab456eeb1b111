import { believe } from "../dtype/believe.js";
import { fieldOf } from "../dtype/struct.js";
import type { DType, ElementOf, FieldDTypeOf, FieldNameOf, StorageOf } from "../dtype/types.js";
import type { Memory } from "./memory.js";
import { pack, refuseObjects } from "./pack.js";
import { readNested, readerOf, type Reader } from "./read-element.js";
import { resolveShape, stridesForShape } from "./reshape.js";
import { resolveIndex, sliceAxis, type Range } from "./slice.js";
import { byteExtent, contiguousStrides, isContiguous, sizeOfShape, type Axes, type Order } from "./strides.js";
import { toTypedArray } from "./to-typed-array.js";
import { unfold } from "./unfold.js";
import { writerOf, type Writer } from "./write-element.js";

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
	readonly dtype: D;
	readonly shape: readonly number[];
	/** Byte strides, one per axis. */
	readonly strides: readonly number[];
	readonly buffer: ArrayBufferLike;
	/** Byte offset of the first element within `buffer`. */
	readonly byteOffset: number;
	/** What the slots of an object dtype point to, shared by all views; undefined for any other. */
	readonly objects: unknown[] | undefined;
	/** Number of elements. */
	readonly size: number;
	#cachedReader: Reader | undefined;
	#cachedWriter: Writer | undefined;
	#cachedMemory: Memory | undefined;

	/**
	 * @throws {RangeError} if an element would lie outside the buffer.
	 * @throws {TypeError} for a subarray dtype, whose axes belong in the shape.
	 */
	constructor({ dtype, shape, strides, buffer, byteOffset = 0, objects }: NDArrayParts<D>) {
		if (dtype.tag === "subarray") throw new TypeError("NDArray: the axes of a subarray dtype belong in the shape");
		this.dtype = dtype;
		this.shape = [...shape];
		this.strides = strides === undefined ? contiguousStrides(shape, dtype.itemsize, "C") : [...strides];
		this.buffer = buffer;
		this.byteOffset = byteOffset;
		this.objects = objects;
		this.size = sizeOfShape(shape);
		const [low, high] = byteExtent(this.shape, this.strides, dtype.itemsize);
		if (this.strides.length !== shape.length) throw new RangeError("NDArray: expected one stride per axis");
		if (!(byteOffset + low >= 0 && byteOffset + high <= buffer.byteLength)) {
			const found = `${byteOffset + low} to ${byteOffset + high}`;
			throw new RangeError(`NDArray: expected bytes within 0 to ${buffer.byteLength}, found ${found}`);
		}
	}

	/** Made when an element is first asked for: most arrays are looked at as a whole, and a DataView costs as much as all the rest. */
	get #memory(): Memory {
		return (this.#cachedMemory ??= { view: new DataView(this.buffer), objects: this.objects });
	}

	get #read(): Reader {
		return (this.#cachedReader ??= readerOf(this.dtype));
	}

	/** Bytes of all elements: `size × itemsize`. */
	get nbytes(): number {
		return this.size * this.dtype.itemsize;
	}

	/** `"C"` if C-contiguous, else `"F"` if Fortran-contiguous, else undefined, as NumPy's flags have it. */
	get order(): Order | undefined {
		if (this.#isContiguous("C")) return "C";
		return this.#isContiguous("F") ? "F" : undefined;
	}

	/** The element at an index, one number per axis; a negative one counts from the end. Never a view. */
	get(...index: number[]): ElementOf<D> {
		return believe(this.#read(this.#memory, this.#offsetOf(index)));
	}

	/**
	 * Stores the last argument at the index before it: `a.set(0, 1, value)`. The value is what `get` would give.
	 *
	 * @throws {TypeError} for a value of another type, {RangeError} for one that does not fit.
	 */
	set(...indexAndValue: [...index: number[], value: ElementOf<D>]): void {
		const index: unknown[] = [...indexAndValue];
		const value = index.pop();
		this.#cachedWriter ??= writerOf(this.dtype);
		this.#cachedWriter(this.#memory, this.#offsetOf(believe<number[]>(index)), value);
	}

	/** One field of every element, as a view; the axes of a subarray field follow the array's. A title will do for a name. */
	field<Name extends FieldNameOf<D>>(name: Name): NDArray<FieldDTypeOf<D, Name>> {
		if (this.dtype.tag !== "struct") throw new TypeError("field: expected a dtype with fields");
		const { dtype, offset } = fieldOf(this.dtype, name);
		const unfolded = unfold(dtype, this.shape, this.strides);
		return this.#view(unfolded, believe<FieldDTypeOf<D, Name>>(unfolded.dtype), offset);
	}

	/** A view of part of the array: per axis an index, `null` or `[start, stop, step]`; axes not named stay whole. */
	slice(...ranges: Range[]): NDArray<D> {
		if (ranges.length > this.shape.length) {
			throw new RangeError(`slice: expected at most ${this.shape.length} ranges, found ${ranges.length}`);
		}
		const shape: number[] = [];
		const strides: number[] = [];
		let offset = 0;
		for (const [axis, extent] of this.shape.entries()) {
			const stride = this.strides[axis] ?? 0;
			const { start, kept } = sliceAxis(ranges[axis] ?? null, extent, axis);
			offset += start * stride;
			if (kept === undefined) continue;
			shape.push(kept.extent);
			strides.push(kept.step * stride);
		}
		return this.#view({ shape, strides }, this.dtype, offset);
	}

	/**
	 * The elements, counted in `order`, under another shape, in which one extent may be -1: a view where the strides allow
	 * it, else a copy, as in NumPy.
	 *
	 * @throws {RangeError} if the shape holds another number of elements.
	 */
	reshape(shape: readonly number[], { order = "C" }: { readonly order?: Order } = {}): NDArray<D> {
		const { dtype, objects } = this;
		const resolved = resolveShape(shape, this.size);
		const strides = stridesForShape(this.shape, this.strides, resolved, dtype.itemsize, order);
		if (strides !== undefined) return this.#view({ shape: resolved, strides }, dtype);
		const { buffer } = pack(this, order);
		const packed = contiguousStrides(resolved, dtype.itemsize, order);
		return new NDArray({ dtype, objects, shape: resolved, buffer, strides: packed });
	}

	/** A view with its axes in another order; without one, reversed. */
	transpose(axes: readonly number[] = [...this.shape.keys()].toReversed()): NDArray<D> {
		const { shape, strides } = this;
		const from = axes.map((axis) => resolveIndex(axis, shape.length, 0));
		if (from.length !== shape.length || new Set(from).size !== from.length) {
			throw new RangeError(`transpose: expected each of ${shape.length} axes once, found [${axes.join(", ")}]`);
		}
		const pick = (sizes: readonly number[]): number[] => from.map((axis) => sizes[axis] ?? 0);
		return this.#view({ shape: pick(shape), strides: pick(strides) }, this.dtype);
	}

	/**
	 * The elements in C order as a typed array: a view where they lie so, aligned and in the machine's byte order, else (or
	 * with `copy`) a copy. float16 becomes a Float32Array, always a copy; complex numbers are pairs of floats.
	 *
	 * @throws {TypeError} for dtypes that no typed array holds: bytes, text, structs, long doubles, objects.
	 */
	toTypedArray(options: { readonly copy?: boolean } = {}): StorageOf<D> {
		return believe(toTypedArray(this, options.copy ?? false));
	}

	/** The elements as nested lists, one level per axis, each element as `get` gives it; without axes that element itself. */
	toList(): unknown {
		return readNested(this.#read, this.#memory, this.byteOffset, this.shape, this.strides);
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
		if (copy || !this.#isContiguous(resolved)) return pack(this, resolved);
		return new Uint8Array(this.buffer, this.byteOffset, this.nbytes);
	}

	#isContiguous(order: Order): boolean {
		return isContiguous(this.shape, this.strides, this.dtype.itemsize, order);
	}

	#offsetOf(index: readonly number[]): number {
		if (index.length !== this.shape.length) {
			throw new RangeError(`expected an index for each of ${this.shape.length} axes, found ${index.length}`);
		}
		let offset = this.byteOffset;
		for (const [axis, extent] of this.shape.entries()) {
			offset += resolveIndex(index[axis] ?? 0, extent, axis) * (this.strides[axis] ?? 0);
		}
		return offset;
	}

	#view<View extends DType>({ shape, strides }: Axes, dtype: View, offset: number = 0): NDArray<View> {
		const { buffer, objects } = this;
		// Where there are no elements, the first one may lie behind the end of the buffer.
		const byteOffset = this.byteOffset + (shape.includes(0) ? 0 : offset);
		return new NDArray({ dtype, shape, strides, buffer, objects, byteOffset });
	}
}
