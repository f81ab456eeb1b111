import type { DType } from "@ndwire/core";
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
	return typeof value === "object" && value !== null && "kind" in value && value.kind === kind && !isPlainDict(value);
}

/** Whether a value is a dtype. */
export function isDtype(value: unknown): value is DType {
	return typeof value === "object" && value !== null && "tag" in value && !isPlainDict(value);
}

/** A dict of `dicts: "object"`, whatever its keys say: nothing else on the stack is without a prototype. */
export function isPlainDict(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
}
