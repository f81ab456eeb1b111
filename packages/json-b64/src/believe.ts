/**
 * The one place where the checker takes our word: that an array made at run time has the dtype that a literal in the call
 * says, and that a key which was found in a table is one of its keys.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- The caller names the type; that is all this is for.
export function believe<T>(value: unknown): T {
	// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- See above: this is the place for it.
	return value as T;
}
