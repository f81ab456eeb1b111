/** What a pickle may ask for. Everything is checked before anything is allocated; beyond it is refused with `limit`. */
export interface PickleLimits {
	/** Opcodes executed. Default 100,000,000. */
	readonly opcodes: number;
	/**
	 * Bytes of memory built for arrays and bytes that are not views on the pickle; arguments, states and names count as well, each
	 * time that they are used. Default 512 KiB and 9 times the length of the pickle, which an honest pickle does not reach: its
	 * largest growth is an object array of `None`.
	 */
	readonly bytes: number;
	/** Entries of the memo. Default 10,000,000. */
	readonly memo: number;
	/** Containers, arrays and other objects made. Default 10,000,000. */
	readonly containers: number;
	/** Nesting of containers in the value, from the outermost. Default 1,000. */
	readonly depth: number;
	/** Bytes of one string. Default 256 MiB. */
	readonly string: number;
	/** Bytes of one binary integer. Default 64 KiB. */
	readonly integer: number;
	/** Digits of one decimal integer, whose reading takes quadratic time. Default 4,300, as in Python since 3.11. */
	readonly digits: number;
}

/** The default limits for a pickle of `length` bytes, with the caller's in their place. */
export function limitsFor(length: number, given: Partial<PickleLimits> = {}): PickleLimits {
	return {
		opcodes: 1e8,
		bytes: 2 ** 19 + 9 * length,
		memo: 1e7,
		containers: 1e7,
		depth: 1000,
		string: 2 ** 28,
		integer: 2 ** 16,
		digits: 4300,
		...given,
	};
}
