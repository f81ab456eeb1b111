import { NDArray } from "@ndwire/core";
import type { Machine } from "../machine/machine.js";

/**
 * Refuses a value that is nested deeper than the limit, so that whoever walks it need not fear for the stack. Walks
 * itself without recursion, every object that holds others once; an object inside itself counts as one level.
 */
export function checkDepth(machine: Machine, value: unknown): void {
	const { depth } = machine.limits;
	// Each level needs a container of its own.
	if (machine.containers <= depth) return;
	const heights = new Map<object, number>();
	const path: Level[] = [];
	open(path, heights, value);
	for (let level = path.at(-1); level !== undefined; level = path.at(-1)) {
		const child = level.inner[level.next];
		if (child !== undefined) {
			level.next += 1;
			level.height = Math.max(level.height, open(path, heights, child));
		} else {
			path.pop();
			heights.set(level.object, level.height + 1);
			const parent = path.at(-1);
			if (parent !== undefined) parent.height = Math.max(parent.height, level.height + 1);
		}
		if (path.length + level.height > depth) {
			throw machine.refusal("limit", `values nested at most ${depth} deep`, "deeper ones");
		}
	}
}

/** An object on the way from the outermost to where the walk is. */
interface Level {
	readonly object: object;
	/** The objects that it holds. */
	readonly inner: readonly object[];
	next: number;
	/** Height of the highest of those that are done. */
	height: number;
}

/** Goes into an object that holds others. @returns The height of one that need not be gone into. */
function open(path: Level[], heights: Map<object, number>, value: unknown): number {
	if (typeof value !== "object" || value === null) return 0;
	const known = heights.get(value);
	if (known !== undefined) return known;
	const inner = objectsIn(value);
	if (inner.length === 0) return 1;
	// Until it is done it has no height: whoever meets it again is inside it.
	heights.set(value, 0);
	path.push({ object: value, inner, next: 0, height: 0 });
	return 0;
}

const NOTHING: readonly object[] = [];

function objectsIn(value: object): readonly object[] {
	if (Array.isArray(value)) return value.some(isObject) ? pickObjects(value) : NOTHING;
	if (value instanceof Map) return [...pickObjects(value.keys()), ...pickObjects(value.values())];
	if (value instanceof Set) return pickObjects(value);
	if (value instanceof NDArray) return value.objects === undefined ? NOTHING : pickObjects(value.objects);
	// A dtype's depth is checked where it is made.
	return ArrayBuffer.isView(value) || "tag" in value ? NOTHING : pickObjects(Object.values(value));
}

function isObject(value: unknown): boolean {
	return typeof value === "object" && value !== null;
}

/** Most containers hold numbers and text alone, and then there is nothing to allocate. */
function pickObjects(values: Iterable<unknown>): readonly object[] {
	let objects: object[] | undefined;
	for (const value of values) {
		if (typeof value !== "object" || value === null) continue;
		if (objects === undefined) objects = [value];
		else objects.push(value);
	}
	return objects ?? NOTHING;
}
