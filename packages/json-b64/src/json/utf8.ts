/** UTF-8 of text; undefined for a lone surrogate, which TextEncoder would replace. */
export function utf8Of(text: string): Uint8Array | undefined {
	return /\p{Surrogate}/u.test(text) ? undefined : new TextEncoder().encode(text);
}
