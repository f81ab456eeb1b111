/** Bytes to read from, in any of the shapes in which the platform hands them out. */
export type NpySource = ArrayBufferView | ArrayBufferLike;

/** The same memory as bytes. */
export function asBytes(source: NpySource): Uint8Array {
	if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
	return new Uint8Array(source);
}
