/**
 * The records of a zip archive, in the order in which they lie in it; numbers are little-endian. `APPNOTE.TXT` 4.3 and 4.5.3, and
 * the `struct` formats of Python's `zipfile`.
 *
 * ```
 * local header            50 4B 03 04 | needed u16 | flags u16 | method u16 | time u16 | date u16 | crc u32 | compressed u32 | size u32
 *                         | name length u16 | extra length u16 | name | extra           and then the member's data
 * central header          50 4B 01 02 | made by u16 | needed u16 | flags u16 | method u16 | time u16 | date u16 | crc u32 | compressed u32
 *                         | size u32 | name length u16 | extra length u16 | comment length u16 | disk u16 | internal u16 | external u32
 *                         | offset of the local header u32 | name | extra | comment     one for each member: the directory
 * zip64 end record        50 4B 06 06 | 44 u64 | made by u16 | needed u16 | disk u32 | disk u32 | members u64 | members u64
 *                         | directory's size u64 | directory's offset u64
 * zip64 locator           50 4B 06 07 | disk u32 | offset of the zip64 end record u64 | disks u32
 * end record              50 4B 05 06 | disk u16 | disk u16 | members u16 | members u16 | directory's size u32 | directory's offset u32
 *                         | comment length u16 | comment
 * ```
 */
export const signature = {
	localHeader: 0x0403_4b50,
	centralHeader: 0x0201_4b50,
	zip64EndRecord: 0x0606_4b50,
	zip64Locator: 0x0706_4b50,
	endRecord: 0x0605_4b50,
} as const;

/** Bytes of each record without names, extra fields and comments. */
export const lengthOf = {
	localHeader: 30,
	centralHeader: 46,
	zip64EndRecord: 56,
	zip64Locator: 20,
	endRecord: 22,
} as const;

/** Bits of a member's flags. */
export const flag = {
	encrypted: 0x0001,
	patch: 0x0020,
	strongEncryption: 0x0040,
	utf8: 0x0800,
} as const;

/** Stands in a field of 32 bits for "see the extra field". */
export const inZip64 = 0xffff_ffff;

/** Number of the extra field that holds sizes and offsets of 64 bits. */
export const zip64Extra = 1;
