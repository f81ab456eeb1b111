import type { Prepare } from "../benchmark.js";

/** The package numpy-ts, a port of NumPy to TypeScript and WebAssembly. */
export const numpyTs: Readonly<Record<"decode" | "encode", Prepare>> = {
	decode: async ({ bytes }) => {
		const { parseNpy } = await import("numpy-ts");
		return () => parseNpy(bytes).data;
	},
	encode: async ({ bytes }) => {
		const { array, serializeNpy } = await import("numpy-ts");
		const values = array(Array.from(new Float64Array(bytes.buffer)));
		return () => serializeNpy(values);
	},
};
