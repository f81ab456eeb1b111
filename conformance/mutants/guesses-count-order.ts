import { mutant, type Mutant } from "./mutant.js";

export const guessesCountOrder: Mutant = mutant({
	about: "reads a frame with its counts in the other byte order, where the one that is given does not do",
	profile: "raw",
	answered: (answer, request, ask) => {
		if (!("refused" in answer) || request.format !== "frame" || request.op === "encode") return answer;
		const byteorder = request.opts["byteorder"] === "big" ? "little" : "big";
		return ask({ ...request, opts: { ...request.opts, byteorder } });
	},
});
