/** Code units a call of `String.fromCharCode` is given at once. */
const CHUNK = 8192;

/** Text with one code unit per byte. `TextDecoder("latin1")` would be windows-1252. */
export function latin1ToText(bytes: Uint8Array): string {
	let text = "";
	for (let start = 0; start < bytes.length; start += CHUNK) {
		text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
	}
	return text;
}

/** One byte per code unit, written into `out`, which is as long as the text. Undefined where one is above 0xff. */
export function latin1ToBytes(text: string, out: Uint8Array): Uint8Array | undefined {
	let all = 0;
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		all |= unit;
		out[index] = unit;
	}
	return all > 0xff ? undefined : out;
}
