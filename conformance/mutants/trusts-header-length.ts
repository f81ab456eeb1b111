import { readBytes, writeBytes } from "../src/protocol/bytes.js";
import { mutant, type Mutant } from "./mutant.js";

/** More than any truncated case lacks. */
const imagined = 1 << 16;

export const trustsHeaderLength: Mutant = mutant({
	about: "believes the length that the header declares and takes what is missing for zeros",
	profile: "npy-core",
	answered: (answer, request, ask) => {
		if (!("refused" in answer) || answer.refused.code !== "truncated" || request.op === "encode") return answer;
		const bytes = readBytes(request.in);
		const padded = new Uint8Array(bytes.byteLength + imagined);
		padded.set(bytes);
		return ask({ ...request, in: writeBytes(padded) });
	},
});
