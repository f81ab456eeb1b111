/** A header by hand: the text is padded with spaces and a newline to `length` bytes. Independent of the encoder. */
export interface HandmadeFile {
	readonly major: number;
	/** The header's length as the file declares it. */
	readonly length: number;
	readonly text: string;
	/** Element data in hex. */
	readonly data: string;
}

export function npyFile({ major, length, text, data }: HandmadeFile): Uint8Array {
	const encoded = major === 3 ? new TextEncoder().encode(text) : latin1(text);
	const prefix = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, major, 0, length & 0xff, length >> 8];
	if (major > 1) prefix.push(0, 0);
	const padding = new Uint8Array(length - encoded.length).fill(0x20);
	padding[padding.length - 1] = 0x0a;
	return Uint8Array.from([...prefix, ...encoded, ...padding, ...fromHex(data)]);
}

/** A file whose header is `text` as it stands, without padding or newline. */
export function rawHeaderFile(text: string, data: string, major = 1): Uint8Array {
	const encoded = major === 3 ? new TextEncoder().encode(text) : latin1(text);
	const length = encoded.length;
	const lengthBytes =
		major === 1 ? [length & 0xff, length >> 8] : [length & 0xff, (length >> 8) & 0xff, length >> 16, 0];
	return Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, major, 0, ...lengthBytes, ...encoded, ...fromHex(data)]);
}

export function fromHex(hex: string): Uint8Array {
	return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function toHex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function latin1(text: string): Uint8Array {
	return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
