import { mapTrees } from "./map-tree.js";
import { mutant, type Mutant } from "./mutant.js";

export const intsThroughDoubles: Mutant = mutant({
	about: "passes Python's integers through doubles",
	profile: "pickle-full",
	decodedValue: (value) =>
		mapTrees(value, (tree) => {
			if (tree.t !== "int") return tree;
			const double = Number(tree.v);
			return Number.isFinite(double) ? { ...tree, v: String(BigInt(double)) } : tree;
		}),
});
