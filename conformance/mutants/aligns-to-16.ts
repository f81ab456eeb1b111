import { mutant, type Mutant } from "./mutant.js";

export const alignsTo16: Mutant = mutant({
	about: "pads headers to a multiple of 16 bytes, as NumPy did before 1.14",
	profile: "npy-identity",
	asked: (request) => (request.op === "encode" ? { ...request, opts: { ...request.opts, numpy: "1.13" } } : request),
});
