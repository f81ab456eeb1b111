import { mutant, type Mutant } from "./mutant.js";

export const refusesEmpty: Mutant = mutant({
	about: "refuses arrays without elements",
	profile: "npy-core",
	answered: (answer) => {
		if (!("ok" in answer) || !("value" in answer.ok) || "t" in answer.ok.value) return answer;
		if (!answer.ok.value.shape.includes(0)) return answer;
		return { refused: { code: "bad-shape", message: "an extent is 0" } };
	},
});
