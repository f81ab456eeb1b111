import type { PyGlobal } from "./types.js";

/** A stub while the pickle is read. */
export interface OpenStub {
	readonly kind: "stub";
	readonly module: string;
	readonly name: string;
	args: readonly unknown[];
	kwargs: ReadonlyMap<unknown, unknown>;
	readonly items: unknown[];
	readonly pairs: (readonly [key: unknown, value: unknown])[];
	state: unknown;
}

/** A deque while the pickle is read. */
export interface OpenDeque {
	readonly kind: "deque";
	readonly items: unknown[];
	readonly maxlen: number | null;
}

export function makeStub(
	{ module, name }: Pick<PyGlobal, "module" | "name">,
	args: readonly unknown[] = [],
	kwargs: ReadonlyMap<unknown, unknown> = new Map(),
): OpenStub {
	return { kind: "stub", module, name, args, kwargs, items: [], pairs: [], state: null };
}

/** Whether a value is a stub that things can be done with: `object()` looks like one, but is frozen. */
export function isStub(value: unknown): value is OpenStub {
	return hasKind(value, "stub") && !Object.isFrozen(value);
}

export function isDeque(value: unknown): value is OpenDeque {
	return hasKind(value, "deque");
}

export function isGlobal(value: unknown): value is PyGlobal {
	return hasKind(value, "global");
}

/** Whether a value is the record of that kind. */
export function hasKind<Kind extends string>(value: unknown, kind: Kind): value is { readonly kind: Kind } {
	return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}
