import { mutant, type Mutant } from "./mutant.js";

export const assumesLittleCounts: Mutant = mutant({
	about: "reads and writes the counts of frames in the order of its own machine, which is little-endian",
	profile: "raw",
	asked: (request) =>
		request.format === "frame" ? { ...request, opts: { ...request.opts, byteorder: "little" } } : request,
});
