/**
 * An adapter for npconform, judged in process: `npconform run module:./adapter.mjs`.
 *
 * It reads .npy files of plain numbers. Put your codec in place of `readNpy` and into `encode`, and into `caps` what it can do.
 */
import { readNpy, Refusal } from "./npy.mjs";

/** Thrown for what the codec cannot do. */
class Unsupported extends Error {}

/** @returns {{dtype: string | object, shape: number[], order: "C" | "F", memory: Uint8Array}} The array in a file. */
function decode(format, bytes, opts) {
	if (format !== "npy") throw new Unsupported(`${format}.decode`);
	return readNpy(bytes, opts);
}

/** @returns {Uint8Array} A file that holds the array. */
function encode(format, array, opts) {
	throw new Unsupported(`${format}.encode`);
}

export const adapter = {
	hello: {
		protocol: 1,
		impl: {
			name: "my-codec",
			version: "0.0.0",
			language: "javascript",
			runtime: `node ${process.versions.node}`,
			os: process.platform,
			arch: process.arch,
			endian: "little",
		},
		// What stands in `lacks` is not asked, and not counted as passed.
		caps: { npy: { ops: ["decode"], lacks: ["struct", "subarray", "S", "U", "V", "M8", "m8", "object"] } },
		inOrder: true,
		inflight: 16,
		transport: ["b64"],
	},
	run(request) {
		try {
			return { ok: answer(request) };
		} catch (error) {
			if (error instanceof Unsupported) return { unsupported: { feature: error.message } };
			if (error instanceof Refusal) return { refused: { code: error.code, message: error.message } };
			return { error: { message: String(error), stack: error?.stack ?? "" } };
		}
	},
};

function answer({ op, format, opts, in: input, value }) {
	if (op === "encode") {
		const memory = fromBytes(value.data);
		return {
			out: toBytes(encode(format, { dtype: value.dtype, shape: value.shape, order: value.order, memory }, opts)),
		};
	}
	const array = decode(format, fromBytes(input), opts);
	if (op === "reencode") return { out: toBytes(encode(format, array, opts)) };
	const { dtype, shape, order, memory } = array;
	return { value: { dtype, shape, order, data: toBytes(memory) } };
}

function fromBytes(sent) {
	return new Uint8Array("b64" in sent ? Buffer.from(sent.b64, "base64") : Buffer.from(sent.hex, "hex"));
}

function toBytes(bytes) {
	return { b64: Buffer.from(bytes).toString("base64") };
}
