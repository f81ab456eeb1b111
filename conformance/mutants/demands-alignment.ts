import { mutant, type Mutant } from "./mutant.js";
import { npyHeader } from "./npy-header.js";

export const demandsAlignment: Mutant = mutant({
	about: "refuses files whose data does not begin at a multiple of 16 bytes",
	profile: "npy-full",
	answered: (answer, request) => {
		const header = npyHeader(request);
		if (!("ok" in answer) || header === undefined || header.end % 16 === 0) return answer;
		return { refused: { code: "bad-length", message: `data begins at byte ${header.end}` } };
	},
});
