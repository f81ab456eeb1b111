import { mapWords } from "./map-words.js";
import { mutant, type Mutant } from "./mutant.js";

export const natAsZero: Mutant = mutant({
	about: "reads NaT as the epoch",
	profile: "npy-full",
	decoded: (array) =>
		mapWords(array, (word, { kind }) => {
			const isNat =
				(kind === "M" || kind === "m") && word[7] === 0x80 && word.subarray(0, 7).every((byte) => byte === 0);
			if (isNat) word.fill(0);
		}),
});
