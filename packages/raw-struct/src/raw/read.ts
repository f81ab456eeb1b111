import { dtype as makeDtype, type DTypeOf, type DTypeSpec, type NDArray, type UnfoldedOf } from "@ndwire/core";
import { toSource, type SourceLike } from "@ndwire/core/source";
import { readPieces, type ReadOptions } from "../source/read-pieces.js";
import { decodeRaw, requireDtype, type DecodeRawOptions } from "./decode.js";

export interface ReadRawOptions<Spec extends DTypeSpec = DTypeSpec>
	extends Omit<DecodeRawOptions<Spec>, "copy">, ReadOptions {}

/**
 * The array in a file that holds elements and nothing else, as `ndarray.tofile` leaves it: `numpy.fromfile(file, dtype, count,
 * offset=offset).reshape(shape, order=order)`. Only the bytes of the elements are read.
 *
 * Where `fromfile` gives fewer elements than were asked for, or leaves out bytes at the end, this refuses.
 *
 * @param source - If it does not know its size, as a stream does not, a `count` has to be given.
 * @throws {FormatError} as {@link decodeRaw}.
 * @throws {TypeError} without a dtype, or without a count where one is needed.
 * @throws {RangeError} as {@link decodeRaw}, or if `out` is too small.
 */
export async function readRaw<const Spec extends DTypeSpec>(
	source: SourceLike,
	options: ReadRawOptions<Spec>,
): Promise<NDArray<UnfoldedOf<DTypeOf<Spec>>>> {
	const { dtype, shape, order, count, offset = 0 } = requireDtype(options);
	const bytes = toSource(source);
	const length = count === undefined ? restOf(bytes.size, offset) : count * makeDtype(dtype).itemsize;
	const data = await readPieces(bytes, offset, length, options);
	return decodeRaw<Spec>(data, { dtype, shape, order, count });
}

function restOf(size: number | undefined, offset: number): number {
	if (size === undefined) throw new TypeError("readRaw: a source that does not know its size needs a count");
	if (offset <= size) return size - offset;
	throw new RangeError(`readRaw: expected an offset from 0 to ${size}, found ${offset}`);
}
