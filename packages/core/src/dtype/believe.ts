/**
 * The one place where the checker takes our word: that a value read, or a dtype made, at run time is what the types say it
 * is. Static types come from literal dtypes, and what a literal means is decided by the parser, out of the checker's sight.
 */
export function believe<T>(value: unknown): T {
	return value as T;
}
