import { writeBytes } from "../src/protocol/bytes.js";
import { frameParts } from "./frame-header.js";
import { mutant, type Mutant } from "./mutant.js";

export const fillsShortFrames: Mutant = mutant({
	about: "fills what a frame lacks with zeros, as a buffer that was allocated by its header",
	profile: "raw",
	answered: (answer, request, ask) => {
		const parts = frameParts(request);
		if (parts === undefined || request.op === "encode" || !("refused" in answer)) return answer;
		if (answer.refused.code !== "truncated") return answer;
		const missing = /found \d+: (\d+) are missing/.exec(answer.refused.message)?.[1];
		if (missing === undefined || Number(missing) > mostMissing) return answer;
		return ask({ ...request, in: writeBytes(Buffer.concat([parts.bytes, Buffer.alloc(Number(missing))])) });
	},
});

/** More than any cut frame lacks. */
const mostMissing = 1 << 16;
