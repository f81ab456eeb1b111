/** How a release of NumPy writes an npy file. */
export interface NpyRelease {
	/** The header ends on a multiple of this many bytes. */
	readonly alignment: 16 | 64;
	/** Whether spaces are left for the growing axis to get up to 21 digits: `GROWTH_AXIS_MAX_DIGITS`, since 1.24. */
	readonly growthPadding: boolean;
	/** Whether padding counts a header length of 4 bytes as 4; before 1.14 it was taken for 2. */
	readonly countsLongLength: boolean;
	/** The newest version that the release knows: 2.0 came with 1.9, 3.0 with 1.17. */
	readonly newestMajor: 1 | 2 | 3;
	/** Whether strides along axes of length 0 and 1 are ignored when asking for contiguity, as since 1.12. */
	readonly relaxedStrides: boolean;
	/** Most axes of an array: `NPY_MAXDIMS`, 64 since 2.0. */
	readonly maxRank: 32 | 64;
	/** Whether there are arrays of elements without bytes, such as `|S0`: before 1.12 NumPy made them one wide, or refused them. */
	readonly emptyElements: boolean;
}

/**
 * How the `np.save` of a release writes.
 *
 * @param numpy - A release such as `"1.13"` or `"2.4.6"`; absent: the newest known, which nothing later than 1.24 differs from.
 * @throws {RangeError} for text that does not begin with two numbers.
 */
export function npyRelease(numpy: string | undefined): NpyRelease {
	const minor = numpy === undefined ? Infinity : minorOf(numpy);
	return {
		alignment: minor < 14 ? 16 : 64,
		growthPadding: minor >= 24,
		countsLongLength: minor >= 14,
		newestMajor: minor < 9 ? 1 : minor < 17 ? 2 : 3,
		relaxedStrides: minor >= 12,
		maxRank: minor === Infinity ? 64 : 32,
		emptyElements: minor >= 12,
	};
}

/** The minor version of a 1.x release. Everything since 2.0 is beyond all of them. */
function minorOf(numpy: string): number {
	const [, major, minor] = /^(\d+)\.(\d+)(?:\.|rc|a|b|$)/.exec(numpy) ?? [];
	if (major === undefined || minor === undefined) {
		throw new RangeError(`numpy: expected a release such as "2.4", found ${JSON.stringify(numpy)}`);
	}
	return Number(major) > 1 ? Infinity : Number(minor);
}
