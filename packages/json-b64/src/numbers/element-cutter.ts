import { closingQuote } from "../json/string.js";
import { refusal } from "../refusal.js";

/** Cuts text that arrives in pieces between elements, so that no piece ends within one. */
export class ElementCutter {
	/** The beginning of an element whose end has not arrived. */
	#rest = "";

	/** What can be scanned now that `piece` has arrived. */
	push(piece: string): string {
		const text = this.#rest + piece;
		const cut = lastBoundary(text);
		this.#rest = text.slice(cut);
		// Whatever is left is looked at again with the next piece.
		if (this.#rest.length > longestElement) {
			throw refusal(
				"limit",
				`elements of at most ${longestElement} characters`,
				`one of ${this.#rest.length} and more`,
			);
		}
		return text.slice(0, cut);
	}

	/** What is left at the end. */
	finish(): string {
		return this.#rest;
	}
}

/** The last index that is neither within a string nor within a number or a word. */
function lastBoundary(text: string): number {
	let outside = 0;
	for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', outside)) {
		const end = closingQuote(text, quote);
		if (end === -1) return quote;
		outside = end + 1;
	}
	for (let at = text.length; at > outside; at -= 1) if (delimiters.includes(text.charAt(at - 1))) return at;
	return outside;
}

const delimiters = ",[] \n\r\t";
const longestElement = 2 ** 20;
