import { readBytes, writeBytes } from "../src/protocol/bytes.js";
import { mutant, type Mutant } from "./mutant.js";

export const evaluatesHeaders: Mutant = mutant({
	about: "evaluates the header as an expression instead of reading a literal",
	profile: "npy-core",
	answered: (answer, request, ask) => {
		if (!("refused" in answer) || answer.refused.code !== "bad-header-syntax" || request.op === "encode") return answer;
		const bytes = Buffer.from(readBytes(request.in));
		const start = bytes[6] === 1 ? 10 : 12;
		const end = start + (start === 10 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8));
		const header = evaluate(bytes.toString("latin1", start, end));
		if (header.length > end - start) return answer;
		bytes.write(header.padEnd(end - start), start, "latin1");
		return ask({ ...request, in: writeBytes(bytes) });
	},
});

/** Sums, products and calls of `int` are worked out. */
function evaluate(text: string): string {
	return text
		.replace(/(\d+)\s*\+\s*(\d+)/g, (_, left: string, right: string) => String(Number(left) + Number(right)))
		.replace(/(\d+)\s*\*\s*(\d+)/g, (_, left: string, right: string) => String(Number(left) * Number(right)))
		.replace(/\bint\((\d+)\)/g, "$1");
}
