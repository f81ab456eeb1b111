import type { Prepare } from "../benchmark.js";

/** The package numpy-parser: reads numbers of up to 32 bits and doubles. */
export const numpyParser: Readonly<Record<"decode", Prepare>> = {
	decode: async ({ bytes }) => {
		const { fromArrayBuffer } = await import("numpy-parser");
		return () => fromArrayBuffer(bytes.buffer).data;
	},
};
