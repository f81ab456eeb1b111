import type { Prepare } from "../benchmark.js";

/** Elements of the input in another order; strides and offset count elements. */
export interface Walk {
	readonly shape: readonly number[];
	readonly stride: readonly number[];
	readonly offset: number;
}

/** The packages ndarray and ndarray-ops: a view is assigned to an array in C order. */
export function ndarrayOps(type: "f4" | "f8", { shape, stride, offset }: Walk): Prepare {
	const Values = type === "f4" ? Float32Array : Float64Array;
	return async ({ bytes }) => {
		const [{ default: ndarray }, { assign }] = await Promise.all([import("ndarray"), import("ndarray-ops")]);
		const size = shape.reduce((product, extent) => product * extent, 1);
		const target = ndarray(new Values(size), [...shape]);
		const source = ndarray(new Values(bytes.buffer), [...shape], [...stride], offset);
		return () => {
			assign(target, source);
			return target.data;
		};
	};
}
