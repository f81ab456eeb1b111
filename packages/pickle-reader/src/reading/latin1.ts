/** Code units a call of `String.fromCharCode` is given at once. */
const CHUNK = 8192;

/** Text with one code unit per byte. `TextDecoder("latin1")` would be windows-1252. */
export function latin1ToText(bytes: Uint8Array): string {
	let text = "";
	for (let start = 0; start < bytes.length; start += CHUNK) {
		text += Reflect.apply(String.fromCharCode, null, bytes.subarray(start, start + CHUNK));
	}
	return text;
}

/** One byte per code unit, written into `out`, which is as long as the text. Of units above 0xff only the low byte is kept. */
export function latin1ToBytes(text: string, out: Uint8Array = new Uint8Array(text.length)): Uint8Array {
	for (let index = 0; index < text.length; index += 1) out[index] = text.charCodeAt(index);
	return out;
}
