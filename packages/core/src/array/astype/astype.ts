import { believe } from "../../dtype/believe.js";
import { dtype as makeDtype } from "../../dtype/dtype.js";
import type { DTypeOf } from "../../dtype/literal-types.js";
import type { DTypeSpec, FieldSpec } from "../../dtype/spec.js";
import type { DType } from "../../dtype/types.js";
import { copy } from "../copy.js";
import { describeArray, describeDtype } from "../describe-array.js";
import { misfit } from "../expectation.js";
import { convertBlocks } from "../fast/convert-blocks.js";
import { widenArray } from "../fast/widen-array.js";
import { NDArray } from "../nd-array.js";
import { accessorOf } from "../accessor.js";
import { contiguousStrides, isContiguous, type Order } from "../strides.js";
import { numberPartOf, type NumberPart } from "./number-part.js";
import { isNotANumber } from "./real.js";
import { realReader, type RealReader } from "./read-real.js";
import { realWriter, type Loss } from "./write-real.js";

export interface AstypeOptions {
	/**
	 * What happens to a number that the dtype does not hold: out of range, NaN as an integer, an imaginary part where
	 * there is no room for one. `error`, the default, refuses it; `wrap` stores what C does: integers modulo 2 ** bits,
	 * infinite floats, the real part alone.
	 */
	readonly overflow?: "error" | "wrap" | undefined;
	/**
	 * What happens to an integer of 64 bits that a float does not hold exactly: refused, or rounded to the nearest.
	 * Default: `exact`, with `wrap` `round`.
	 */
	readonly int64?: "exact" | "round" | undefined;
	/** How the result lies; `K` keeps the order of a contiguous array. Default K. */
	readonly order?: Order | "K" | undefined;
	/** Memory for the result, of exactly its size. Default: new. */
	readonly out?: Uint8Array | undefined;
}

/**
 * The numbers as another dtype, in memory of their own: between booleans, integers, floats from float16 and bfloat16 to
 * the long double of x86, and complex numbers, in either byte order.
 *
 * With `wrap` the bits are those of `ndarray.astype(dtype, casting="unsafe")` wherever C defines them, the payloads of NaNs
 * included. Floats become integers towards zero; a float beyond the range of the integer, which C leaves open and NumPy
 * answers by machine, is taken modulo 2 ** bits, NaN and infinities as 0.
 *
 * @throws {RangeError} naming index and value, for a number that the dtype does not hold, unless it may wrap; `out` may be
 * partly written then. Also if `out` has another size than the result.
 * @throws {TypeError} for dtypes that are no numbers.
 * @throws {FormatError} `bad-dtype` for a dtype that NumPy refuses.
 *
 * @example
 * ```ts
 * astype(array([1.5, -1], { dtype: "<f8" }), "u1", { overflow: "wrap" }).toList(); // [1, 255]
 * ```
 */
export function astype<const Spec extends DTypeSpec>(
	source: NDArray,
	spec: Spec | readonly FieldSpec[],
	options: AstypeOptions = {},
): NDArray<DTypeOf<Spec>> {
	const target: DType = makeDtype(spec);
	const [from, to] = [numberPartOf(source.dtype), numberPartOf(target)];
	if (from === undefined || to === undefined) {
		throw new TypeError(`astype: expected numbers, found ${describeDtype(from === undefined ? source.dtype : target)}`);
	}
	const order = (options.order ?? "K") === "K" ? (source.order ?? "C") : options.order === "F" ? "F" : "C";
	const { shape, size } = source;
	const { out = new Uint8Array(size * target.itemsize) } = options;
	if (out.length !== size * target.itemsize) {
		const expected = `an out of ${size * target.itemsize} bytes for ${describeArray({ shape, dtype: target })}`;
		throw misfit(expected, `one of ${out.length}`);
	}
	const { buffer, byteOffset } = out;
	const strides = contiguousStrides(shape, target.itemsize, order);
	const result = new NDArray({ dtype: believe<DTypeOf<Spec>>(target), shape, strides, buffer, byteOffset });
	// Read from a copy, elements can be overwritten.
	const input = buffer === source.buffer ? copy(source, { order }) : source;
	if (isSamePart(from, to)) copy(input, { order, byteOrder: to.part.isLittle ? "<" : ">", out });
	else convert(isContiguous(input, order) ? input : copy(input, { order }), from, result, to, order, options);
	return result;
}

interface Numbers {
	readonly part: NumberPart;
	readonly isComplex: boolean;
}

/** Whether the bits stay, byte order aside. */
function isSamePart(a: Numbers, b: Numbers): boolean {
	return a.isComplex === b.isComplex && a.part.kind === b.part.kind && a.part.size === b.part.size;
}

/** Converts between arrays that lie without gaps in the same order. */
function convert(
	source: NDArray,
	from: Numbers,
	target: NDArray,
	to: Numbers,
	order: Order,
	{ overflow = "error", int64 = overflow === "error" ? "exact" : "round" }: AstypeOptions,
): void {
	const [input, output] = [new DataView(source.buffer), new DataView(target.buffer)];
	const move = mover(from, to);
	const convertPlainly = (start: number, stop: number): void => {
		for (let index = start; index < stop; index += 1) {
			const at = source.byteOffset + index * source.dtype.itemsize;
			const loss = move(input, at, output, target.byteOffset + index * target.dtype.itemsize);
			if (loss === undefined) continue;
			if (loss === "digits" ? int64 === "exact" : overflow === "error") {
				throw refusal(source, order, index, at, target.dtype);
			}
		}
	};
	const isExact = int64 === "exact";
	if (widenArray(source, target) || convertBlocks(source, target, { isExact, convertPlainly })) return;
	convertPlainly(0, source.size);
}

type Mover = (input: DataView, at: number, output: DataView, to: number) => Loss;

function mover(from: Numbers, to: Numbers): Mover {
	const isSame = from.part.kind === to.part.kind && from.part.size === to.part.size;
	const [read, write] = [isSame ? keepingReader(from.part) : realReader(from.part), realWriter(to.part)];
	const [sizeIn, sizeOut] = [from.part.size, to.part.size];
	if (!from.isComplex && !to.isComplex) return (input, at, output, end) => write(output, end, read(input, at));
	if (!from.isComplex) {
		return (input, at, output, end) => {
			write(output, end + sizeOut, 0);
			return write(output, end, read(input, at));
		};
	}
	if (to.isComplex) {
		return (input, at, output, end) => {
			const loss = write(output, end, read(input, at));
			return write(output, end + sizeOut, read(input, at + sizeIn)) ?? loss;
		};
	}
	return (input, at, output, end) => {
		const [re, im] = [read(input, at), read(input, at + sizeIn)];
		// Either part makes a complex number true.
		if (to.part.kind === "bool") return write(output, end, re === 0 ? im : re);
		return write(output, end, re) ?? (im === 0 ? undefined : "range");
	};
}

/** Between a float and complex numbers of it nothing is computed, and a NaN is not made quiet. */
function keepingReader(part: NumberPart): RealReader {
	const read = realReader(part);
	return (view, at) => {
		const value = read(view, at);
		return isNotANumber(value) ? { ...value, isKept: true } : value;
	};
}

function refusal(source: NDArray, order: Order, count: number, offset: number, target: DType): RangeError {
	const shape = order === "C" ? source.shape.toReversed() : source.shape;
	let rest = count;
	const index = shape.map((extent) => {
		const place = rest % extent;
		rest = (rest - place) / extent;
		return place;
	});
	const value = accessorOf(source.dtype, { view: new DataView(source.buffer), objects: undefined }).get(offset);
	const place = (order === "C" ? index.toReversed() : index).join(", ");
	return new RangeError(
		`astype: element [${place}] is ${describe(value)}, which ${describeDtype(target)} does not hold`,
	);
}

function describe(value: unknown): string {
	if (typeof value !== "object" || value === null) return String(value);
	if ("re" in value && "im" in value) return `${String(value.re)} + ${String(value.im)}i`;
	return "a long double";
}
