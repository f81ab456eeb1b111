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

/** Whether the rules are those of NumPy `release` (`1.26` is `[1, 26]`) or later. */
export function isSince(rules: DTypeRules, [major, minor]: readonly [major: number, minor: number]): boolean {
	if (rules.numpy === undefined) return true;
	const match = /^(\d+)\.(\d+)/.exec(rules.numpy);
	if (match === null) throw new RangeError(`numpy: expected a release such as "1.26", found ${rules.numpy}`);
	return (Number(match[1]) - major || Number(match[2]) - minor) >= 0;
}

/** What "native" means under the rules. */
export function nativeOrder(rules: DTypeRules): "<" | ">" {
	return rules.byteOrder ?? "<";
}
