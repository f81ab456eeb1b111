import { mutant, type Mutant } from "./mutant.js";

export const frameDropsToldFields: Mutant = mutant({
	about: "reads a structured array out of a frame as bytes, although it is told the fields",
	profile: "raw",
	asked: (request) => {
		if (request.format !== "frame" || request.op !== "decode") return request;
		const { dtype: _, ...opts } = request.opts;
		return { ...request, opts };
	},
});
