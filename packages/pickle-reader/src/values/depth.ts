import { NDArray } from "@ndwire/core";
import type { Machine } from "../machine/machine.js";

/**
 * Refuses a value that is nested deeper than the limit, so that whoever walks it need not fear for the stack. Walks
 * itself without recursion, every object once; an object inside itself counts as one level.
 */
export function checkDepth(machine: Machine, value: unknown): void {
	const { depth } = machine.limits;
	// Each level needs a container of its own.
	if (machine.containers <= depth) return;
	const heights = new Map<object, number>();
	const path: Level[] = [];
	enter(path, heights, value);
	for (let level = path.at(-1); level !== undefined; level = path.at(-1)) {
		if (path.length > depth) throw tooDeep(machine);
		const next = level.children.next();
		if (next.done !== true) {
			enter(path, heights, next.value, level);
			continue;
		}
		path.pop();
		const height = level.height + 1;
		if (height + path.length > depth) throw tooDeep(machine);
		heights.set(level.object, height);
		const parent = path.at(-1);
		if (parent !== undefined) parent.height = Math.max(parent.height, height);
	}
}

interface Level {
	readonly object: object;
	readonly children: Iterator<unknown>;
	/** Height of the highest child. */
	height: number;
}

function tooDeep(machine: Machine): Error {
	return machine.refusal("limit", `values nested at most ${machine.limits.depth} deep`, "deeper ones");
}

function enter(path: Level[], heights: Map<object, number>, value: unknown, parent?: Level): void {
	if (typeof value !== "object" || value === null) return;
	const known = heights.get(value);
	if (known !== undefined) {
		// An object that is still open has height 0: it is its own ancestor.
		if (parent !== undefined) parent.height = Math.max(parent.height, known);
		return;
	}
	const children = childrenOf(value);
	if (children === undefined) return;
	heights.set(value, 0);
	path.push({ object: value, children, height: 0 });
}

/** What an object holds; undefined for one that holds nothing. */
function childrenOf(value: object): Iterator<unknown> | undefined {
	if (Array.isArray(value)) return (value as readonly unknown[]).values();
	if (value instanceof Map) return entriesOf(value);
	if (value instanceof Set) return value.values();
	if (value instanceof NDArray) return value.objects?.values();
	// A dtype's depth is checked where it is made.
	if (ArrayBuffer.isView(value) || "tag" in value) return undefined;
	return Object.values(value).values();
}

function* entriesOf(map: ReadonlyMap<unknown, unknown>): Generator<unknown> {
	for (const [key, value] of map) {
		yield key;
		yield value;
	}
}
