import { mutant, type Mutant } from "./mutant.js";

export const writesVersion2: Mutant = mutant({
	about: "writes every file in version 2 of the format",
	profile: "npy-identity",
	asked: (request) => (request.op === "encode" ? { ...request, opts: { version: [2, 0], ...request.opts } } : request),
});
