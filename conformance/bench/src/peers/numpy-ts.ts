import type { Prepare } from "../benchmark.js";

/** The package numpy-ts, a port of NumPy to TypeScript and WebAssembly. Of archives it compares no checksums. */
export const numpyTs: Readonly<Record<"decode" | "encode" | "unzip", Prepare>> = {
	decode: async ({ bytes }) => {
		const { parseNpy } = await import("numpy-ts");
		return () => parseNpy(bytes).data;
	},
	encode: async ({ bytes }) => {
		const { array, serializeNpy } = await import("numpy-ts");
		const values = array(Array.from(new Float64Array(bytes.buffer)));
		return () => serializeNpy(values);
	},
	unzip: async ({ bytes }) => {
		const { parseNpz } = await import("numpy-ts");
		return async () => new Map(Array.from((await parseNpz(bytes)).arrays, ([name, array]) => [name, array.data]));
	},
};
