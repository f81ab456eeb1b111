import type { NDArray } from "@ndwire/core";
import { refusal } from "../refusal.js";

/**
 * The extents of `shape` with its -1, if it has one, replaced by what is left over, as `reshape` does it.
 *
 * @throws {FormatError} `truncated`, `trailing-data` or `bad-length` if the shape does not take exactly the elements that are there.
 * @throws {RangeError} for a shape that is none.
 */
export function resolveShape(shape: readonly number[], { size, dtype }: NDArray): readonly number[] {
	const open = shape.indexOf(-1);
	const given = shape.filter((_, axis) => axis !== open);
	if (!given.every((extent) => Number.isSafeInteger(extent) && extent >= 0)) {
		throw new RangeError(`decodeRaw: expected sizes from 0, one of them perhaps -1, found [${shape.join(", ")}]`);
	}
	const wanted = given.includes(0) ? 0 : given.reduce((product, extent) => product * extent, 1);
	if (open !== -1 && wanted > 0 && size % wanted === 0) return shape.with(open, size / wanted);
	if (open === -1 && wanted === size) return shape;
	const code = open !== -1 ? "bad-length" : size < wanted ? "truncated" : "trailing-data";
	const unit = open === -1 ? "" : "a multiple of ";
	const expected = `${unit}${wanted * dtype.itemsize} bytes for a shape of [${shape.join(", ")}]`;
	throw refusal("raw", code, expected, `${size * dtype.itemsize} bytes (${size} elements of ${dtype.itemsize})`);
}
