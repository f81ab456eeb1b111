import type { BytesLike } from "@ndwire/core";

/** The same memory, for reading numbers from it. */
export function viewOf(source: BytesLike): DataView {
	// A DataView takes nothing but a buffer, where a Uint8Array would make something of a number or a string.
	return ArrayBuffer.isView(source)
		? new DataView(source.buffer, source.byteOffset, source.byteLength)
		: new DataView(source);
}

/** The pieces one after another, in memory of their own. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
