import { readBytes, writeBytes } from "../src/protocol/bytes.js";
import { mutant, type Mutant } from "./mutant.js";

export const acceptsTrailingBytes: Mutant = mutant({
	about: "leaves bytes after an array alone, as if there were none",
	profile: "raw",
	answered: async (answer, request, ask) => {
		if (request.op === "encode" || !("refused" in answer)) return answer;
		// The longest beginning that is an array. Nothing in the suite is long.
		let found = answer;
		for (let bytes = readBytes(request.in); isLong(found) && bytes.length > 0;) {
			bytes = bytes.subarray(0, -1);
			const next = await ask({ ...request, in: writeBytes(bytes) });
			if (!("refused" in next)) return next;
			found = next;
		}
		return answer;
	},
});

function isLong(answer: { readonly refused: { readonly code: string } }): boolean {
	return ["trailing-data", "bad-length"].includes(answer.refused.code);
}
