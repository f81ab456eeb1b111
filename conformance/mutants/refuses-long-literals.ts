import { mutant, type Mutant } from "./mutant.js";
import { npyHeader } from "./npy-header.js";

export const refusesLongLiterals: Mutant = mutant({
	about: "refuses the 3L of headers that Python 2 wrote",
	profile: "npy-full",
	answered: (answer, request) => {
		if (!("ok" in answer) || !/\dL[,)]/.test(npyHeader(request)?.text ?? "")) return answer;
		return { refused: { code: "bad-header-syntax", message: "L is no digit" } };
	},
});
