import { mapWords } from "./map-words.js";
import { mutant, type Mutant } from "./mutant.js";

export const normalisesBools: Mutant = mutant({
	about: "gives every bool that is not 0 as 1",
	profile: "npy-core",
	decoded: (array) => mapWords(array, (word, { kind }) => (kind === "b" && word[0] !== 0 ? word.fill(1) : undefined)),
});
