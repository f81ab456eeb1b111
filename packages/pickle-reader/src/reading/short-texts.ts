/** The most characters for which `String.fromCharCode` is faster than a decoder. */
const LONGEST = 12;
/** How many texts are kept. */
const PLACES = 1024;

/** Short texts, one string for each that comes again: comparing it costs less than making and keeping another. */
export class ShortTexts {
	readonly #texts: string[] = [];

	/** The text of ASCII bytes; undefined where they are too many or something else. */
	at(bytes: Uint8Array, start: number, end: number): string | undefined {
		const length = end - start;
		if (length > LONGEST) return undefined;
		let hash = 0;
		for (let position = start; position < end; position += 1) {
			const byte = bytes[position] ?? 0;
			if (byte > 0x7f) return undefined;
			hash = (hash * 31 + byte) % PLACES;
		}
		const known = this.#texts[hash] ?? "";
		let same = 0;
		while (known.charCodeAt(same) === bytes[start + same]) same += 1;
		return same === length && known.length === length ? known : (this.#texts[hash] = shortText(bytes, start, length));
	}
}

/** One code unit per byte. A list of what stands there costs a third of a list that is filled in a loop. */
function shortText(bytes: Uint8Array, start: number, length: number): string {
	const at = (index: number): number => bytes[start + index] ?? 0;
	const codes = [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10), at(11)];
	return String.fromCharCode(...codes).slice(0, length);
}
