import type { Machine } from "../../machine/machine.js";
import { entriesOf, makeDict, setPairs } from "../../values/containers.js";
import { PyMap } from "../../values/py-map.js";
import type { OpenDeque } from "../../values/records.js";
import type { GlobalBuilder } from "../builder.js";
import { aGlobal, aList, anything, aNumber, badPart, optional, orNone, takes } from "../checks.js";

/** `dict()`, `dict(dict)` or of a list of pairs. */
export const buildDict: GlobalBuilder = /* @__PURE__ */ takes([optional(anything)], (machine, source) =>
	fill(machine, makeDict(machine), source),
);

/** `OrderedDict()`, whose items follow; Python 2 gives a list of pairs as argument. */
export const buildOrderedDict: GlobalBuilder = /* @__PURE__ */ takes([optional(anything)], (machine, source) =>
	withAttributes(machine, fill(machine, new PyMap("OrderedDict"), source)),
);

/** `Counter(dict)` */
export const buildCounter: GlobalBuilder = /* @__PURE__ */ takes([optional(anything)], (machine, source) =>
	withAttributes(machine, fill(machine, new PyMap("Counter"), source)),
);

/** `defaultdict(factory)`, whose items follow. The factory is named, never called. */
export const buildDefaultDict: GlobalBuilder = /* @__PURE__ */ takes(
	[orNone(aGlobal)],
	(_machine, factory) => new PyMap<unknown>("defaultdict", factory),
);

/** `deque((), maxlen)`, or of a list; items follow. */
export const buildDeque: GlobalBuilder = /* @__PURE__ */ takes(
	[optional(aList), orNone(aNumber(0, Number.MAX_SAFE_INTEGER))],
	(_machine, items = [], maxlen): OpenDeque => {
		const first = maxlen === null ? 0 : Math.max(0, items.length - maxlen);
		return { kind: "deque", items: items.slice(first), maxlen };
	},
);

/** Sets what a dict or a list of pairs holds. */
function fill<Dict extends object>(machine: Machine, dict: Dict, source: unknown = []): Dict {
	const pairs = aList(machine, Array.from(entriesOf(source) ?? aList(machine, source)));
	for (const pair of pairs) {
		if (!Array.isArray(pair) || pair.length !== 2) throw badPart(machine, "a pair", pair);
		setPairs(machine, dict, pair);
	}
	return dict;
}

/** Attributes that somebody set on it are not part of what a dictionary is. */
function withAttributes(machine: Machine, map: PyMap): PyMap {
	machine.await(map, () => undefined);
	return map;
}
