/**
 * The one place where the checker takes our word: that an array has the dtype that the caller named, which is made sure of at
 * run time.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- The caller names the type; that is all this is for.
export function believe<T>(value: unknown): T {
	// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- See above: this is the place for it.
	return value as T;
}
