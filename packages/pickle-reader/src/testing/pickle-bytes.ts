/** Bytes of a pickle that is written with one character a byte. */
export function bytesOf(latin1: string): Uint8Array {
	return Uint8Array.from(latin1, (character) => character.charCodeAt(0));
}
