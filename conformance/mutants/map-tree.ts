import type { Pair, Tree, Value } from "../src/protocol/messages.js";

/** A value with every tree in it replaced, the inner ones first. Arrays stay as they are. */
export function mapTrees(value: Value, replace: (tree: Tree) => Value): Value {
	if (!("t" in value)) return value;
	return replace(mapParts(value, (part) => mapTrees(part, replace)));
}

function mapParts(tree: Tree, map: (value: Value) => Value): Tree {
	const mapPairs = (pairs: readonly Pair[]): readonly Pair[] => pairs.map(([key, value]) => [map(key), map(value)]);
	switch (tree.t) {
		case "list":
		case "tuple":
		case "set":
			return { ...tree, v: tree.v.map(map) };
		case "dict":
			return { ...tree, v: mapPairs(tree.v) };
		case "object":
			return {
				...tree,
				...(tree.args === undefined ? {} : { args: tree.args.map(map) }),
				...(tree.items === undefined ? {} : { items: tree.items.map(map) }),
				...(tree.pairs === undefined ? {} : { pairs: mapPairs(tree.pairs) }),
				...(tree.state === undefined ? {} : { state: map(tree.state) }),
			};
		default:
			return tree;
	}
}
