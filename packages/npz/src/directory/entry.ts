/** A member of an archive, as the central directory describes it. */
export interface NpzEntry {
	/** Name in the archive, such as `x.npy`; what follows a NUL in it is left out, as Python does. */
	readonly name: string;
	readonly method: NpzMethod;
	/** Bytes of the member. */
	readonly size: number;
	/** Bytes that it takes in the archive. */
	readonly compressedSize: number;
	/** CRC-32 of the member. */
	readonly crc: number;
}

/** How a member is compressed. */
export type NpzMethod = "stored" | "deflated" | "bzip2" | "lzma" | `method ${number}`;

/** An entry with what is needed to read the member. */
export interface DirectoryEntry extends NpzEntry {
	/** The name as it has to stand in the local header, too. */
	readonly fullName: string;
	readonly flags: number;
	/** Byte of the archive at which the local header begins. */
	readonly offset: number;
	/** Byte at which something else begins: the next local header, or the directory. */
	readonly limit: number;
}

/** What others get to see of an entry. */
export function publicEntry({ name, method, size, compressedSize, crc }: DirectoryEntry): NpzEntry {
	return { name, method, size, compressedSize, crc };
}
