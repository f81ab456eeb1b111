import { readBytes } from "../src/protocol/bytes.js";
import { mutant, type Mutant } from "./mutant.js";

export const refusesVersion2: Mutant = mutant({
	about: "knows version 1 of the format only",
	profile: "npy-full",
	answered: (answer, request) => {
		if (request.op === "encode" || request.format !== "npy" || !("ok" in answer)) return answer;
		if (readBytes(request.in)[6] === 1) return answer;
		return { refused: { code: "bad-version", message: "version 1 is needed" } };
	},
});
