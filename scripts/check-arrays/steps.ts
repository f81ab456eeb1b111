import type { NDArray } from "../../packages/core/src/array/nd-array.js";
import { fromParts, toParts } from "../../packages/core/src/array/parts.js";
import type { Range } from "../../packages/core/src/array/slice.js";
import type { Step, Turn } from "./question.js";

/** The step that a turn's choices mean for an array; undefined where it has no such view. */
export function stepFor(a: NDArray, { kind, choices }: Turn): Step | undefined {
	const choice = (index: number, count: number): number => (choices[index] ?? 0) % count;
	switch (kind) {
		case "slice":
			return [
				"slice",
				a.shape.map((extent, axis) => rangeFor(extent, (index, count) => choice(axis * 3 + index, count))),
			];
		case "transpose":
			return ["transpose", a.shape.map((_, axis) => axis).sort((x, y) => choice(x, 7) - choice(y, 7) || x - y)];
		case "reshape":
			return ["reshape", shapeFor(a, choice), choice(9, 2) === 0 ? "C" : "F"];
		case "field": {
			if (a.dtype.tag !== "struct") return undefined;
			const name = a.dtype.names[choice(0, a.dtype.names.length)];
			return name === undefined ? undefined : ["field", name];
		}
		case "broadcast": {
			if (a.shape.length > 3 || a.size > 100) return undefined;
			return [
				"broadcast",
				[1 + choice(0, 3), ...a.shape.map((extent, axis) => (extent === 1 ? 1 + choice(axis + 1, 4) : extent))],
			];
		}
		default:
			return kind satisfies never;
	}
}

export function applyStep(a: NDArray, step: Step): NDArray {
	switch (step[0]) {
		case "slice":
			return a.slice(...step[1]);
		case "transpose":
			return a.transpose(step[1]);
		case "reshape":
			return a.reshape(step[1], { order: step[2] });
		case "field":
			return a.field(step[1]);
		case "broadcast": {
			const [shape, added] = [step[1], step[1].length - a.shape.length];
			const strides = shape.map((extent, axis) =>
				a.shape[axis - added] === extent ? (a.strides[axis - added] ?? 0) : 0,
			);
			return fromParts({ ...toParts(a), shape, strides });
		}
		default:
			return step satisfies never;
	}
}

function rangeFor(extent: number, choice: (index: number, count: number) => number): Range {
	if (choice(0, 5) === 0) return null;
	if (choice(0, 5) === 1 && extent > 0) return choice(1, 2 * extent) - extent;
	const bound = (index: number): number | null =>
		choice(index, 4) === 0 ? null : choice(index, 2 * extent + 3) - extent - 1;
	const step = [1, 2, 3, -1, -2][choice(0, 5)] ?? 1;
	return [bound(1), bound(2), step];
}

function shapeFor(a: NDArray, choice: (index: number, count: number) => number): readonly number[] {
	if (a.size === 0) return [0];
	const divisors = Array.from({ length: Math.min(a.size, 40) }, (_, index) => index + 1).filter(
		(one) => a.size % one === 0,
	);
	const shapes = [
		[-1],
		a.shape.toReversed(),
		[divisors[choice(1, divisors.length)] ?? 1, -1],
		[1, ...a.shape],
		[...a.shape, 1],
	];
	return shapes[choice(0, shapes.length)] ?? [-1];
}
