import { readBytes, writeBytes } from "../src/protocol/bytes.js";
import { mutant, type Mutant } from "./mutant.js";

export const acceptsAnyVersion: Mutant = mutant({
	about: "reads a file of a version that does not exist as one of version 1",
	profile: "npy-core",
	answered: (answer, request, ask) => {
		if (!("refused" in answer) || answer.refused.code !== "bad-version" || request.op === "encode") return answer;
		const bytes = readBytes(request.in);
		bytes.set([1, 0], 6);
		return ask({ ...request, in: writeBytes(bytes) });
	},
});
