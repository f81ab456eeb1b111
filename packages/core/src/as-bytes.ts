/** Bytes to read from, in any of the shapes in which the platform hands them out. */
export type BytesLike = ArrayBufferView | ArrayBufferLike;

/**
 * The same memory as bytes: a view, never a copy.
 *
 * @throws {TypeError} for anything else.
 */
export function asBytes(source: BytesLike): Uint8Array {
	// A DataView takes nothing but a buffer, where a Uint8Array would make something of a number or a string.
	const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(source) ? source : new DataView(source);
	return new Uint8Array(buffer, byteOffset, byteLength);
}
