import { mutant, type Mutant } from "./mutant.js";
import { npyHeader } from "./npy-header.js";

export const demandsSortedKeys: Mutant = mutant({
	about: "refuses headers whose keys are not in the order in which NumPy writes them",
	profile: "npy-full",
	answered: (answer, request) => {
		const text = npyHeader(request)?.text;
		if (!("ok" in answer) || text === undefined) return answer;
		const places = ["descr", "fortran_order", "shape"].map((key) => text.indexOf(`'${key}'`));
		if (places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))) return answer;
		return { refused: { code: "bad-header-keys", message: "the keys are not sorted" } };
	},
});
