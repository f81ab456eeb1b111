import type { Socket } from "node:net";
import { Readable } from "node:stream";
import type { DType, NDArray } from "@ndwire/core";
import { decodeNpy, encodeNpy } from "@ndwire/npy";
import { encodeFrame, encodePrefixed, FrameDecoderStream, PrefixedDecoderStream } from "@ndwire/raw-struct";
import { records } from "./random-array.js";

/** A way to put arrays on a socket. */
export interface Wire {
	readonly name: string;
	/** What the Python peer is told. */
	readonly arguments: readonly string[];
	/** The dtype of all arrays; absent: any. */
	readonly dtype?: DType;
	/** Whether an array in Fortran order is one on the other side. */
	readonly keepsFortran?: true;
	readonly encode: (array: NDArray) => Uint8Array;
	readonly decode: (socket: Socket) => AsyncIterable<NDArray>;
}

/** Every way, with the recipe in Python that goes with it. */
export const wires: readonly Wire[] = [
	{
		name: "frames",
		arguments: ["--wire", "frame"],
		encode: (array) => encodeFrame(array),
		decode: (socket) => Readable.toWeb(socket).pipeThrough(new FrameDecoderStream()),
	},
	{
		name: "frames of a big-endian machine, detected",
		arguments: ["--wire", "frame", "--counts", ">"],
		encode: (array) => encodeFrame(array, { byteOrder: "big" }),
		decode: (socket) => Readable.toWeb(socket).pipeThrough(new FrameDecoderStream({ byteOrder: "detect" })),
	},
	{
		name: "frames of records, their fields told",
		arguments: ["--wire", "frame", "--records"],
		dtype: records,
		encode: (array) => encodeFrame(array),
		decode: (socket) => Readable.toWeb(socket).pipeThrough(new FrameDecoderStream({ dtype: records })),
	},
	{
		name: "npy with its length before it",
		arguments: ["--wire", "npy"],
		keepsFortran: true,
		encode: (array) => encodePrefixed(encodeNpy(array)),
		decode: (socket) => Readable.toWeb(socket).pipeThrough(new PrefixedDecoderStream({ decode: decodeNpy })),
	},
];
