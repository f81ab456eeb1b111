/** The same memory as bytes. */
export function asBytes(source: ArrayBufferView | ArrayBufferLike): Uint8Array {
	if (source instanceof Uint8Array) return source;
	if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
	return new Uint8Array(source);
}
