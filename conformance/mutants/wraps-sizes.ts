import { writeBytes } from "../src/protocol/bytes.js";
import { frameParts } from "./frame-header.js";
import { mutant, type Mutant } from "./mutant.js";

export const wrapsSizes: Mutant = mutant({
	about: "multiplies the extents of a frame in 32 bits",
	profile: "raw",
	asked: (request) => {
		const parts = frameParts(request);
		if (parts === undefined || request.op === "encode") return request;
		const { bytes, isBig, shape, rankOffset, dataOffset } = parts;
		const size = shape.reduce((product, extent) => product * BigInt(extent), 1n);
		if (size < 1n << 32n) return request;
		const counts = Buffer.alloc(8);
		for (const [index, count] of [1, Number(BigInt.asUintN(32, size))].entries()) {
			if (isBig) counts.writeUInt32BE(count, 4 * index);
			else counts.writeUInt32LE(count, 4 * index);
		}
		const wrapped = Buffer.concat([bytes.subarray(0, rankOffset), counts, bytes.subarray(dataOffset)]);
		return { ...request, in: writeBytes(wrapped) };
	},
});
