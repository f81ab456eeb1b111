import type { Prepare } from "../benchmark.js";

/** The package jpickle: protocols 0 to 2, from a string of bytes; dicts become objects. */
export const jpickle: Prepare = async ({ bytes }) => {
	const { loads } = await import("jpickle");
	const text = Buffer.from(bytes.buffer).toString("latin1");
	return () => loads(text);
};
