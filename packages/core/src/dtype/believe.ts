/**
 * The one place where the checker takes our word: that a value read, or a dtype made, at run time is what the types say it
 * is. Static types come from literal dtypes, and what a literal means is decided by the parser, out of the checker's sight.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- The caller names the type; that is all this is for.
export function believe<T>(value: unknown): T {
	// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- See above: this is the place for it.
	return value as T;
}
