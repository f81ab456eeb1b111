/**
 * The part of a text that is being read, as bytes: four times as fast to look at as characters. Behind it is a byte of 0.
 *
 * What it holds can be trusted to be the text as long as that has no characters beyond ASCII.
 */
export class AsciiWindow {
	bytes: Uint8Array = new Uint8Array(0);
	#text = "";
	/** Index in the text of the first byte. */
	start = 0;
	#end = 0;
	#isAscii = false;

	/**
	 * Moves it over the text at `at`, unless it is there and holds enough of what follows.
	 *
	 * @returns Whether there are bytes of what is there.
	 */
	moveTo(text: string, at: number): boolean {
		const isThere = text === this.#text && at >= this.start && at < this.#end;
		if (!isThere || (this.#end < text.length && this.#end - at < margin)) {
			this.#text = text;
			this.start = at;
			this.#end = Math.min(at + size, text.length);
			if (this.bytes.length <= this.#end - at) this.bytes = new Uint8Array(this.#end - at + 1);
			const { read, written } = new TextEncoder().encodeInto(text.slice(at, this.#end), this.bytes.subarray(0, -1));
			this.#isAscii = read === this.#end - at && written === read;
			this.bytes[written] = 0;
		}
		return this.#isAscii;
	}
}

const size = 2 ** 15;
/** Longer than any number that is read in here. */
const margin = 256;
