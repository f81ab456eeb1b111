// Code units of the JSON that numbers are made of.
export const MINUS = 0x2d;
export const POINT = 0x2e;
export const ZERO = 0x30;
export const NINE = 0x39;
export const COMMA = 0x2c;
export const QUOTE = 0x22;
export const OPEN = 0x5b;
export const CLOSE = 0x5d;

/** Whether a code unit is one of JSON's four blanks. */
export function isBlank(unit: number): boolean {
	return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** Whether an element may end before a code unit; `NaN` is the end of the text. */
export function endsElement(unit: number): boolean {
	return unit === COMMA || unit === CLOSE || isBlank(unit) || Number.isNaN(unit);
}

/** Where the element behind the comma at `end` begins; -1 where there is no comma. */
export function elementAfter(text: string, end: number): number {
	if (text.charCodeAt(end) !== COMMA) return -1;
	let at = end + 1;
	while (isBlank(text.charCodeAt(at))) at += 1;
	return at;
}
