/** An entry of an archive's directory, as far as mutants change it. */
export interface DirectoryEntry {
	/** Byte at which the entry begins. */
	readonly at: number;
	/** Bytes of the entry. */
	readonly length: number;
	/** Byte at which the member's local header begins. */
	readonly localHeader: number;
}

/** The entries of a sound archive without zip64 records, in their order; none where it is no such archive. */
export function directoryOf(archive: Buffer): readonly DirectoryEntry[] {
	const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
	if (end < 0 || end + 22 > archive.length) return [];
	const entries: DirectoryEntry[] = [];
	for (let at = end - archive.readUInt32LE(end + 12); at >= 0 && at + 46 <= end;) {
		const length = 46 + [28, 30, 32].reduce((sum, field) => sum + archive.readUInt16LE(at + field), 0);
		const localHeader = archive.readUInt32LE(at + 42);
		if (archive.readUInt32LE(at) !== 0x0201_4b50 || localHeader + 30 > archive.length) return [];
		entries.push({ at, length, localHeader });
		at += length;
	}
	return entries;
}
