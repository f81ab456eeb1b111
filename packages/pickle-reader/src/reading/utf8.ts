/** Strict, and without an eye for byte order marks, which are text here. */
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The most characters for which `String.fromCharCode` is faster than a decoder. */
const SHORT = 12;

/**
 * The text of UTF-8 bytes as Python's `surrogatepass` reads them: surrogates are let through.
 *
 * @returns undefined where the bytes are not that.
 */
export function decodeUtf8(view: DataView, start: number, end: number): string | undefined {
	if (end - start <= SHORT && isAscii(view, start, end)) return shortText(view, start, end - start);
	const bytes = new Uint8Array(view.buffer, view.byteOffset + start, end - start);
	try {
		return decoder.decode(bytes);
	} catch {
		return decodeSurrogates(bytes);
	}
}

/** Whether all bytes are below 0x80. */
function isAscii(view: DataView, start: number, end: number): boolean {
	for (let position = start; position < end; position += 1) {
		if (view.getUint8(position) >= 0x80) return false;
	}
	return true;
}

/** One code unit per byte. Written out, because a call with listed arguments makes no array and is three times as fast. */
function shortText(v: DataView, at: number, length: number): string {
	const b = (index: number): number => v.getUint8(at + index);
	const code = String.fromCharCode;
	switch (length) {
		case 0:
			return "";
		case 1:
			return code(b(0));
		case 2:
			return code(b(0), b(1));
		case 3:
			return code(b(0), b(1), b(2));
		case 4:
			return code(b(0), b(1), b(2), b(3));
		case 5:
			return code(b(0), b(1), b(2), b(3), b(4));
		case 6:
			return code(b(0), b(1), b(2), b(3), b(4), b(5));
		case 7:
			return code(b(0), b(1), b(2), b(3), b(4), b(5), b(6));
		case 8:
			return code(b(0), b(1), b(2), b(3), b(4), b(5), b(6), b(7));
		default:
			return shortText(v, at, 8) + shortText(v, at + 8, length - 8);
	}
}

/** UTF-8 with surrogates as three bytes each (`ed a0 80` to `ed bf bf`); a pair of them stays a pair. */
function decodeSurrogates(bytes: Uint8Array): string | undefined {
	let text = "";
	let plain = 0;
	for (let position = 0; position + 2 < bytes.length; position += 1) {
		const [first = 0, second = 0, third = 0] = bytes.subarray(position, position + 3);
		// A byte 0xed never continues a character, so that this finds surrogates only.
		if (first !== 0xed || (second & 0xe0) !== 0xa0 || (third & 0xc0) !== 0x80) continue;
		const before = decodeStrict(bytes.subarray(plain, position));
		if (before === undefined) return undefined;
		text += before + String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
		plain = position + 3;
		position += 2;
	}
	const rest = decodeStrict(bytes.subarray(plain));
	return rest === undefined ? undefined : text + rest;
}

function decodeStrict(bytes: Uint8Array): string | undefined {
	try {
		return decoder.decode(bytes);
	} catch {
		return undefined;
	}
}
