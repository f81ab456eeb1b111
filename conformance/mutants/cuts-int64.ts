import { mapWords } from "./map-words.js";
import { mutant, type Mutant } from "./mutant.js";

export const cutsInt64: Mutant = mutant({
	about: "passes 64-bit integers through 32 bits",
	profile: "npy-core",
	decoded: (array) =>
		mapWords(array, (word, { kind }) => {
			if (word.byteLength !== 8 || (kind !== "i" && kind !== "u")) return;
			const isNegative = kind === "i" && (word[3] ?? 0) >= 0x80;
			word.fill(isNegative ? 0xff : 0, 4);
		}),
});
