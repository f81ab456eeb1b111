/** The most characters for which `String.fromCharCode` is faster than a decoder. */
const LONGEST = 12;

/** How many texts are kept. */
const PLACES = 1024;
const texts: string[] = /* @__PURE__ */ Array.from({ length: PLACES }, () => "");

/**
 * The short text of ASCII bytes, one string each time that it comes again: comparing costs less than making and keeping another.
 *
 * @returns undefined where the bytes are too many or something else.
 */
export function shortText(bytes: Uint8Array, start: number, end: number): string | undefined {
	const length = end - start;
	if (length > LONGEST) return undefined;
	let hash = 0;
	for (let position = start; position < end; position += 1) {
		const byte = bytes[position] ?? 0;
		if (byte > 0x7f) return undefined;
		hash = (hash * 31 + byte) % PLACES;
	}
	const known = texts[hash] ?? "";
	let same = 0;
	while (known.charCodeAt(same) === bytes[start + same]) same += 1;
	return same === length && known.length === length ? known : (texts[hash] = newText(bytes, start, length));
}

/** One code unit per byte. A list of what stands there costs a third of a list that is filled in a loop. */
function newText(bytes: Uint8Array, start: number, length: number): string {
	const at = (index: number): number => bytes[start + index] ?? 0;
	const codes = [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10), at(11)];
	return String.fromCharCode(...codes).slice(0, length);
}
