import { refuseUnsafe } from "../../refuse.js";
import type { Machine } from "../../machine/machine.js";
import { entriesOf, makeDict, setPairs } from "../../values/containers.js";
import { PyMap } from "../../values/py-map.js";
import type { OpenDeque } from "../../values/records.js";
import type { GlobalBuilder } from "../builder.js";
import { aGlobal, aList, anything, aNumber, optional, orNone, takes } from "../checks.js";

/** `dict()`, `dict(dict)` or of a list of pairs. */
export const buildDict: GlobalBuilder = /* @__PURE__ */ takes([optional(anything)], (source, machine) =>
	fill(makeDict(machine), source, machine),
);

/**
 * `OrderedDict()`, whose items follow, of Python 2's with a list of pairs as argument; and `Counter(dict)`. Attributes that somebody
 * set on one are not part of what it is.
 */
export const buildPyMap: GlobalBuilder = /* @__PURE__ */ takes([optional(anything)], (source, machine) => {
	const map = new PyMap(machine.built?.name === "Counter" ? "Counter" : "OrderedDict");
	machine.await(map, () => undefined);
	return fill(map, source, machine);
});

/** `defaultdict(factory)`, whose items follow. The factory is named, never called. */
export const buildDefaultDict: GlobalBuilder = /* @__PURE__ */ takes(
	[orNone(aGlobal)],
	(factory) => new PyMap<unknown>("defaultdict", factory),
);

/** `deque((), maxlen)`, or of a list; items follow. */
export const buildDeque: GlobalBuilder = /* @__PURE__ */ takes(
	[optional(aList), orNone(aNumber(0))],
	(items = [], maxlen): OpenDeque => {
		const first = maxlen === null ? 0 : Math.max(0, items.length - maxlen);
		return { kind: "deque", items: items.slice(first), maxlen };
	},
);

/** Sets what a dict or a list of pairs holds. */
function fill<Dict extends object>(dict: Dict, source: unknown = [], machine: Machine): Dict {
	const pairs = aList(Array.from(entriesOf(source) ?? aList(source, machine)), machine);
	for (const pair of pairs) {
		if (!Array.isArray(pair) || pair.length !== 2) refuseUnsafe("2 parts", pair);
		setPairs(machine, dict, pair);
	}
	return dict;
}
