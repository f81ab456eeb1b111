import { requireHashable } from "../../values/containers.js";
import { asTuple } from "../../values/sequences.js";
import type { GlobalBuilder } from "../builder.js";
import { aList, optional, takes } from "../checks.js";

/** `set([…])` and `frozenset([…])`, as below protocol 4. */
export const buildSet: GlobalBuilder = /* @__PURE__ */ takes(
	[optional(aList)],
	(items = []) => new Set(items.map(requireHashable)),
);

/** `list()`, or of a list or tuple. */
export const buildList: GlobalBuilder = /* @__PURE__ */ takes([optional(aList)], (items = []) => [...items]);

/** `tuple()`, or of a list or tuple. */
export const buildTuple: GlobalBuilder = /* @__PURE__ */ takes([optional(aList)], (items = []) => asTuple([...items]));
