import type { Random } from "../check-corrupt/random.js";

/** Characters that mean something in a document, or nearly. */
const meaningful = [...'[]{}",:\\0123456789.eE+-= \n\ttfnNaIuAb/_!'];

/** A text with one or two characters left out, put in or replaced, or cut off. */
export function damaged(text: string, random: Random): string {
	const once = damagedOnce(text, random);
	return random.below(2) === 0 ? damagedOnce(once, random) : once;
}

function damagedOnce(text: string, random: Random): string {
	const at = random.below(text.length + 1);
	const rest = text.slice(at);
	switch (random.below(8)) {
		case 0:
			return text.slice(0, at);
		case 1:
		case 2:
			return text.slice(0, at) + rest.slice(1);
		case 3:
		case 4:
			return text.slice(0, at) + random.pick(meaningful) + rest;
		default:
			return text.slice(0, at) + random.pick(meaningful) + rest.slice(1);
	}
}
