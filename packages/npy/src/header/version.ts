/** A version of the npy format. They differ only in the width of the header's length and in the header's encoding. */
export type NpyVersion = readonly [major: 1 | 2 | 3, minor: 0];

/** How the header of one version is framed: `numpy.lib.format._header_size_info`. */
export interface NpyFraming {
	readonly version: NpyVersion;
	/** Width of the header's length, a little-endian unsigned integer. */
	readonly lengthBytes: 2 | 4;
	readonly encoding: "latin1" | "utf8";
}

/** All versions, oldest first: the order in which `np.save` tries them. */
export const framings: readonly NpyFraming[] = [
	{ version: [1, 0], lengthBytes: 2, encoding: "latin1" },
	{ version: [2, 0], lengthBytes: 4, encoding: "latin1" },
	{ version: [3, 0], lengthBytes: 4, encoding: "utf8" },
];

/** `\x93NUMPY`; two version bytes follow, then the header's length. */
export const magic: readonly number[] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** Byte at which the header's length stands: after the magic, the major and the minor version. */
export const lengthOffset = 8;
