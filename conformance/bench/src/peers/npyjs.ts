import type { Prepare } from "../benchmark.js";

/** The package npyjs: numbers of up to 64 bits, float16 and strings; big-endian files are not turned around. */
export const npyjs: Readonly<Record<"decode" | "encode", Prepare>> = {
	decode: async ({ bytes }) => {
		const { parse } = await import("npyjs");
		return () => parse(bytes.buffer).data;
	},
	encode: async ({ bytes }) => {
		const { dump } = await import("npyjs");
		const values = new Float64Array(bytes.buffer);
		return () => dump(values, [values.length]);
	},
};
