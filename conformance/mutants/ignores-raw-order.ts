import { mutant, type Mutant } from "./mutant.js";

export const ignoresRawOrder: Mutant = mutant({
	about: "reads and writes raw bytes in C order, whatever order is asked for",
	profile: "raw",
	asked: (request) => (request.format === "raw" ? { ...request, opts: { ...request.opts, order: "C" } } : request),
});
