import { mapTrees } from "./map-tree.js";
import { mapWords } from "./map-words.js";
import { mutant, type Mutant } from "./mutant.js";

export const masksNothing: Mutant = mutant({
	about: "reads masked arrays as if nothing in them were masked",
	profile: "pickle-values",
	decodedValue: (value) =>
		mapTrees(value, (tree) => {
			if (tree.t !== "masked") return tree;
			return { ...tree, mask: mapWords(tree.mask, (word) => void word.fill(0)) };
		}),
});
