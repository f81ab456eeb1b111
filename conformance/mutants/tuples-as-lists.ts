import { mapTrees } from "./map-tree.js";
import { mutant, type Mutant } from "./mutant.js";

export const tuplesAsLists: Mutant = mutant({
	about: "gives tuples as lists",
	profile: "pickle-full",
	decodedValue: (value) => mapTrees(value, (tree) => (tree.t === "tuple" ? { ...tree, t: "list" } : tree)),
});
