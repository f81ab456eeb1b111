import { readBytes } from "../src/protocol/bytes.js";
import type { RunRequest } from "../src/protocol/messages.js";

/** Where the parts of a frame lie that a request holds, and what its counts say; undefined of other requests. */
export interface FrameParts {
	readonly bytes: Buffer;
	readonly isBig: boolean;
	readonly text: string;
	readonly shape: readonly number[];
	/** Byte at which the number of dimensions stands. */
	readonly rankOffset: number;
	/** Byte at which the elements begin. */
	readonly dataOffset: number;
}

export function frameParts(request: RunRequest): FrameParts | undefined {
	if (request.op === "encode" || request.format !== "frame") return undefined;
	const bytes = Buffer.from(readBytes(request.in));
	const isBig = request.opts["byteorder"] === "big";
	const count = (at: number): number => {
		if (at + 4 > bytes.length) return Number.NaN;
		return isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
	};
	const rankOffset = 4 + count(0);
	const rank = count(rankOffset);
	const dataOffset = rankOffset + 4 + 4 * rank;
	if (!(dataOffset <= bytes.length)) return undefined;
	const shape = Array.from({ length: rank }, (_, axis) => count(rankOffset + 4 + 4 * axis));
	return { bytes, isBig, text: bytes.toString("latin1", 4, rankOffset), shape, rankOffset, dataOffset };
}
