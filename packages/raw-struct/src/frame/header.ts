import type { DType } from "@ndwire/core";
import { refusal } from "../refusal.js";
import type { Reading } from "../incremental/reading.js";
import { detectByteOrder, readCount, type CountOrder } from "./byte-order.js";
import type { DtypeTexts } from "./dtype-text.js";

/** What stands before the elements of a frame. */
export interface FrameHeader<D extends DType = DType> {
	readonly dtype: D;
	readonly shape: readonly number[];
	/** Byte order of the counts: the one asked for, or the one that was detected. */
	readonly byteOrder: CountOrder;
	/** Byte at which the elements begin. */
	readonly dataOffset: number;
	/** Bytes of all elements. */
	readonly dataLength: number;
}

/** What a header is checked against. */
export interface FrameRules {
	readonly byteOrder: CountOrder | "detect";
	readonly maxDtypeLength: number;
	readonly maxFrameSize: number;
	readonly dtypes: DtypeTexts;
}

/**
 * Reads the header of the frame that begins at `start`.
 *
 * ```
 * u32 length | length bytes: dtype.str | u32 ndim | ndim × u32: shape | elements in C order
 * ```
 *
 * @throws {FormatError} `limit`, `bad-length`, `bad-encoding`, `bad-dtype`, `unsafe-object` or `overflow`, each before the bytes
 * that it would lead to are waited for.
 */
export function* readHeader(start: number, rules: FrameRules): Reading<FrameHeader> {
	const lengthBytes = yield { length: 4, what: "the length of the dtype text" };
	const byteOrder =
		rules.byteOrder === "detect" ? detectByteOrder(lengthBytes, rules.maxDtypeLength, start) : rules.byteOrder;
	const textLength = textLengthOf(lengthBytes, byteOrder, rules, start);
	const textOffset = start + 4;
	const dtype = rules.dtypes.read(yield { length: textLength, what: "dtype text" }, textOffset);
	const rankOffset = textOffset + textLength;
	const rank = readCount(yield { length: 4, what: "the number of dimensions" }, 0, byteOrder);
	if (rank > maxRank) throw refusal("frame", "limit", `at most ${maxRank} dimensions`, `${rank}`, rankOffset);
	const shapeOffset = rankOffset + 4;
	const shapeBytes = yield { length: 4 * rank, what: "shape" };
	const shape: number[] = [];
	for (let axis = 0; axis < rank; axis += 1) shape.push(readCount(shapeBytes, 4 * axis, byteOrder));
	const dataLength = dataLengthOf(shape, dtype.itemsize, shapeOffset);
	const dataOffset = shapeOffset + 4 * rank;
	const frameSize = dataOffset - start + dataLength;
	if (frameSize <= rules.maxFrameSize) return { dtype, shape, byteOrder, dataOffset, dataLength };
	throw refusal("frame", "limit", `a frame of at most ${rules.maxFrameSize} bytes`, `${frameSize}`, start);
}

/** NumPy's NPY_MAXDIMS since 2.0. */
export const maxRank = 64;

function textLengthOf(bytes: Uint8Array, order: CountOrder, { maxDtypeLength }: FrameRules, offset: number): number {
	const length = readCount(bytes, 0, order);
	if (length <= maxDtypeLength) return length;
	const other = order === "little" ? "big" : "little";
	const swapped = readCount(bytes, 0, other);
	const hint = swapped <= maxDtypeLength ? ` (${swapped} in ${other}-endian order)` : "";
	throw refusal("frame", "limit", `at most ${maxDtypeLength} bytes of dtype text`, `${length}${hint}`, offset);
}

/** NumPy refuses an overflow even where a zero leaves nothing to address. */
function dataLengthOf(shape: readonly number[], itemsize: number, offset: number): number {
	const factors = shape.filter((extent) => extent > 0);
	const span = factors.reduce((product, extent) => product * extent, itemsize);
	if (Number.isSafeInteger(span)) return shape.includes(0) ? 0 : span;
	// No longer exact, but far above all that is there, unless it is none at all.
	const exact = factors.reduce((product, extent) => product * BigInt(extent), BigInt(itemsize));
	if (exact < 1n << 63n) return shape.includes(0) ? 0 : span;
	const found = `a shape of [${shape.join(", ")}] with elements of ${itemsize}`;
	throw refusal("frame", "overflow", "an array below 2 ** 63 bytes", found, offset);
}
