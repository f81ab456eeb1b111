/** Whose rules count where NumPy's releases or platforms differ. */
export interface DTypeRules {
	/** NumPy release, as `"1.26"` or `"2.4.6"`. Default: the newest that is known. */
	readonly numpy?: string | undefined;
	/** What C's types are: `lp64` (Linux and macOS, the default) or `llp64` (Windows, where `long` has 32 bits). */
	readonly platform?: "lp64" | "llp64" | undefined;
	/** What "native" means where no order is given. Default `<`, on every host, so that a dtype means the same everywhere. */
	readonly byteOrder?: "<" | ">" | undefined;
	/**
	 * What becomes of a type string that NumPy does not know, such as `<x4`: with `"bytes"` a void of its size that remembers
	 * the string, so that shape and bytes can be had all the same. Default: it is refused.
	 */
	readonly unknown?: "bytes" | undefined;
}

/** Whether the rules are those of NumPy `major.minor` or later. */
export function isSince({ numpy }: DTypeRules, major: number, minor: number): boolean {
	if (numpy === undefined) return true;
	const [, ownMajor, ownMinor] = /^(\d+)\.(\d+)/.exec(numpy) ?? [];
	if (ownMajor === undefined) throw new RangeError(`numpy: expected a release such as "1.26", found ${numpy}`);
	return (Number(ownMajor) - major || Number(ownMinor) - minor) >= 0;
}

/** What "native" means under the rules. */
export function nativeOrder(rules: DTypeRules): "<" | ">" {
	return rules.byteOrder ?? "<";
}
