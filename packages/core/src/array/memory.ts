/** Where elements are: bytes, and for object dtypes what the bytes point to. */
export interface Memory {
	readonly view: DataView;
	/** An object's slot holds an index into these, as a little-endian uint32; index 0 is None. */
	readonly objects: unknown[] | undefined;
}

/** Byte order of the machine. */
export function hostByteOrder(): "<" | ">" {
	return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? "<" : ">";
}
