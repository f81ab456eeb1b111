import type { Tree } from "../src/protocol/messages.js";
import { mapTrees } from "./map-tree.js";
import { mutant, type Mutant } from "./mutant.js";

export const copiesShared: Mutant = mutant({
	about: "makes an object anew wherever a pickle names it again",
	profile: "pickle-full",
	decodedValue: (value) => {
		const known = new Map<unknown, Tree>();
		mapTrees(value, (tree) => {
			if ("id" in tree && tree.t !== "ref") known.set(tree.id, tree);
			return tree;
		});
		return mapTrees(value, (tree) => {
			const shared = tree.t === "ref" ? known.get(tree.id) : undefined;
			return shared === undefined ? tree : mapTrees(shared, withoutId);
		});
	},
});

function withoutId(tree: Tree): Tree {
	if (tree.t === "ref" || !("id" in tree)) return tree;
	const { id: _, ...copy } = tree;
	return copy;
}
