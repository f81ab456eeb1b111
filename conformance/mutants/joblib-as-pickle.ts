import { mutant, type Mutant } from "./mutant.js";

export const joblibAsPickle: Mutant = mutant({
	about: "reads files of joblib's as if they were pickles alone",
	profile: "pickle-joblib",
	asked: (request) => {
		const { joblib: _, ...opts } = request.opts;
		return { ...request, opts };
	},
});
