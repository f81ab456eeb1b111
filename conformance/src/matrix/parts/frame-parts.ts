import { dataPart, type Part } from "./part.js";

/** The tokens of a frame: length of `dtype.str`, that text, number of axes, shape, data. */
export function frameParts(bytes: Uint8Array): readonly Part[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const length = view.getUint32(0, true);
	const axes = view.getUint32(4 + length, true);
	const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(8 + length + 4 * axis, true));
	return [
		{ name: "dtype.str", text: Buffer.from(bytes.subarray(4, 4 + length)).toString("latin1"), level: "L2" },
		{ name: "shape", text: shape.join(", "), level: "L3" },
		dataPart("data", bytes.subarray(8 + length + 4 * axes)),
	];
}
