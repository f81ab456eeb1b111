import { NDArray } from "@ndwire/core";
import type { Machine } from "../machine/machine.js";

/**
 * Refuses a value that is nested deeper than the limit, so that whoever walks it need not fear for the stack. Walks
 * itself without recursion, every object that holds others once; an object inside itself counts as one level.
 */
export function checkDepth(machine: Machine, value: unknown): void {
	const { depth } = machine.limits;
	// Most values are flat, and then there is nothing to walk.
	if (machine.nestings < depth) return;
	/** Levels of each object that was met. One that is being walked has none yet: whoever meets it again is inside it. */
	const heights = new Map<unknown, number>();
	const path: Level[] = [{ object: undefined, items: [value], next: 0, height: 0 }];
	for (let level = path[0]; level !== undefined; level = path[path.length - 1]) {
		const { items, next } = level;
		if (next < items.length) {
			level.next += 1;
			const item = items[next];
			if (typeof item !== "object" || item === null) continue;
			const height = heights.get(item);
			const inner = height === undefined ? itemsOf(item) : NOTHING;
			if (inner.length === 0) level.height = Math.max(level.height, height ?? 1);
			else {
				heights.set(item, 0);
				path.push({ object: item, items: inner, next: 0, height: 0 });
			}
		} else {
			path.pop();
			heights.set(level.object, level.height + 1);
			const parent = path[path.length - 1];
			if (parent !== undefined) parent.height = Math.max(parent.height, level.height + 1);
		}
		machine.checkLimit(path.length - 1 + level.height, "depth");
	}
}

/** An object on the way from the outermost to where the walk is. */
interface Level {
	readonly object: unknown;
	/** What it holds. */
	readonly items: readonly unknown[];
	next: number;
	/** Height of the highest of those that are done. */
	height: number;
}

const NOTHING: readonly unknown[] = [];

/** What an object holds; nothing where none of it is an object, as in most containers. */
function itemsOf(value: object): readonly unknown[] {
	const items = allItemsOf(value);
	return items.some((item) => typeof item === "object" && item !== null) ? items : NOTHING;
}

function allItemsOf(value: object): readonly unknown[] {
	if (Array.isArray(value)) return value;
	if (value instanceof Map) return [...value.keys(), ...value.values()];
	if (value instanceof Set) return [...value];
	if (value instanceof NDArray) return value.objects ?? NOTHING;
	// A dtype's depth is checked where it is made.
	return ArrayBuffer.isView(value) || "tag" in value ? NOTHING : Object.values(value);
}
