import type { Prepare } from "../benchmark.js";

/** The package unpickle: the opcodes of protocol 4 that its author met; dicts become objects. */
export const unpickle: Prepare = async ({ bytes }) => {
	const { default: decode } = await import("unpickle");
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return () => decode(buffer);
};
