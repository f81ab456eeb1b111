import type { Prepare } from "../benchmark.js";

/** Floors: what moving as many bytes costs. */

/** A plain copy of the input to memory that is there. */
export const copyInto: Prepare = ({ bytes }) => {
	const target = new Uint8Array(bytes.length);
	return () => {
		target.set(bytes);
		return target;
	};
};

/** A plain copy of the input to new memory, whose pages the system has to make. */
export const copyFresh: Prepare =
	({ bytes }) =>
	() =>
		bytes.slice();

/** A plain copy of so many bytes an element to memory that is there. */
export function copyIntoOf(itemsize: number): Prepare {
	return ({ n }) => copyInto({ n, bytes: new Uint8Array(n * itemsize).fill(1) });
}
