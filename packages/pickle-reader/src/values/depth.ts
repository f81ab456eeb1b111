import { NDArray } from "@ndwire/core";
import type { Machine } from "../machine/machine.js";
import { isDtype } from "./records.js";

/**
 * Refuses a value that is nested deeper than the limit, so that whoever walks it need not fear for the stack. Walks
 * itself without recursion, every object that holds others once; an object inside itself counts as one level.
 */
export function checkDepth(machine: Machine, value: unknown): void {
	// Most values are flat, and then there is nothing to walk.
	if (machine.nestings < machine.limits.depth) return;
	/** Levels of each object that is done; of one that is being walked 0, as whoever meets it again is inside it. */
	const heights = new Map<object, number>();
	const path = objectsIn([value]);
	/** How many objects are being walked, each inside the one before: no more than the limit are gone into. */
	let open = 0;
	for (let object = path.at(-1); object !== undefined; object = path.at(-1)) {
		const known = heights.get(object);
		if (known === undefined) {
			heights.set(object, 0);
			machine.checkLimit((open += 1), "depth");
			for (const item of objectsIn(object)) if (!heights.has(item)) path.push(item);
			continue;
		}
		path.pop();
		// An object that several hold waits several times.
		if (known > 0) continue;
		open -= 1;
		let height = 1;
		for (const item of objectsIn(object)) height = Math.max(height, 1 + (heights.get(item) ?? 0));
		machine.checkLimit(height, "depth");
		heights.set(object, height);
	}
}

/** What of the things in an object may hold others. */
function objectsIn(value: object): object[] {
	return itemsIn(value).filter((item): item is object => typeof item === "object" && item !== null && !isLeaf(item));
}

/** Arrays without objects, bytes, and dtypes, whose depth is checked where they are made. */
function isLeaf(value: object): boolean {
	return value instanceof NDArray ? value.objects === undefined : ArrayBuffer.isView(value) || isDtype(value);
}

function itemsIn(value: object): readonly unknown[] {
	if (Array.isArray(value)) return value;
	if (value instanceof NDArray) return value.objects ?? [];
	if (value instanceof Map) return [...value.keys(), ...value.values()];
	return value instanceof Set ? [...value] : Object.values(value);
}
