import type { ScalarDType } from "../../dtype/types.js";
import type { NDArray } from "../nd-array.js";
import { blockLength, Blocks } from "./blocks.js";
import { hasDoubles, isLong, readDoubles, writeDoubles } from "./doubles.js";
import { hasFastPaths } from "./fast-paths.js";

export interface BlockOptions {
	/** Whether integers of 64 bits must be exact in a float; otherwise they are rounded. */
	readonly isExact: boolean;
	/** Converts the elements from `start` to before `end`: those of a block in which one is NaN, or beyond what the target holds. */
	readonly convertPlainly: (start: number, end: number) => void;
}

/**
 * Converts integers and floats of 4 and 8 bytes, in either byte order, by way of doubles and what typed arrays convert themselves; says
 * whether it did. Both arrays lie without gaps in the same order.
 */
export function convertBlocks(source: NDArray, target: NDArray, { isExact, convertPlainly }: BlockOptions): boolean {
	const [from, to] = [source.dtype, target.dtype];
	if (!hasDoubles(from) || !hasDoubles(to) || !hasFastPaths()) return false;
	const [input, output] = [new Blocks(source, from), new Blocks(target, to)];
	const [above, below] = boundsOf(from, to, isExact);
	const memory = new Float64Array(Math.min(source.size, blockLength));
	for (let start = 0; start < source.size; start += blockLength) {
		const count = Math.min(blockLength, source.size - start);
		const doubles = memory.subarray(0, count);
		readDoubles(input.read(start, count), from, doubles);
		if (!liesWithin(doubles, above, below)) convertPlainly(start, start + count);
		else {
			writeDoubles(doubles, to, output.room(start, count));
			output.store(start, count);
		}
	}
	return true;
}

/** What a number must lie between, so that the target holds it. */
function boundsOf(from: ScalarDType, to: ScalarDType, isExact: boolean): readonly [above: number, below: number] {
	const [above, below] = rangeOf(to);
	if (!isLong(from)) return [above, below];
	const reach = reachOf(to, isExact);
	return [Math.max(above, -reach), Math.min(below, reach)];
}

/** How far integers of 64 bits may go on their way through a double: to where it, or the float if they must be exact, has all of them. */
function reachOf({ kind, itemsize }: ScalarDType, isExact: boolean): number {
	if (kind === "f" && itemsize === 4 && isExact) return 2 ** 24;
	return kind === "f" && itemsize === 8 && !isExact ? Infinity : 2 ** 53;
}

function rangeOf({ kind, itemsize }: ScalarDType): readonly [above: number, below: number] {
	const bits = itemsize * 8;
	if (kind === "u") return [-1, 2 ** bits];
	if (kind === "i") return [-(2 ** (bits - 1)) - 1, 2 ** (bits - 1)];
	// What rounds to the largest float32 lies less than half a step above it.
	const most = itemsize === 4 ? 2 ** 128 - 2 ** 103 : Infinity;
	return [-most, most];
}

function liesWithin(numbers: Float64Array, above: number, below: number): boolean {
	for (let index = 0; index < numbers.length; index += 1) {
		const number = numbers[index] ?? 0;
		if (!(number > above && number < below)) return false;
	}
	return true;
}
