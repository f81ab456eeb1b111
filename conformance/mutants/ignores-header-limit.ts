import { mutant, type Mutant } from "./mutant.js";

export const ignoresHeaderLimit: Mutant = mutant({
	about: "reads headers of any length",
	profile: "npy-core",
	asked: (request) =>
		request.op === "encode" ? request : { ...request, opts: { ...request.opts, max_header_size: 1_000_000_000 } },
});
