import { mapWords } from "./map-words.js";
import { mutant, type Mutant } from "./mutant.js";

export const textAsUtf16: Mutant = mutant({
	about: "keeps the low 16 bits of each code point of a U",
	profile: "npy-core",
	decoded: (array) => mapWords(array, (word, { kind }) => (kind === "U" ? word.fill(0, 2) : undefined)),
});
