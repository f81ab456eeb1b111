import { member } from "../src/protocol/json.js";
import { mutant, type Mutant } from "./mutant.js";

export const ignoresToldItemsize: Mutant = mutant({
	about: "reads a frame by its own dtype, where the dtype that it is told has another itemsize",
	profile: "raw",
	answered: (answer, request, ask) => {
		const isTold = request.format === "frame" && member(request.opts, "dtype") !== undefined;
		if (!isTold || !("refused" in answer) || answer.refused.code !== "bad-dtype") return answer;
		const { dtype: _, ...opts } = request.opts;
		return ask({ ...request, opts });
	},
});
