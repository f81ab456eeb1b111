// Code units of the JSON that numbers are made of.
export const MINUS = 0x2d;
export const POINT = 0x2e;
export const ZERO = 0x30;
export const COMMA = 0x2c;
export const QUOTE = 0x22;
export const OPEN = 0x5b;
export const CLOSE = 0x5d;

/** Whether a code unit is one of JSON's four blanks. */
export function isBlank(unit: number): boolean {
	return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** Whether an element may end before a code unit. */
export function endsElement(unit: number): boolean {
	return unit === COMMA || unit === CLOSE || isBlank(unit);
}

/** Where the element behind a comma begins; `at` where there is no comma. */
export function afterComma(bytes: Uint8Array, at: number): number {
	if (bytes[at] !== COMMA) return at;
	let next = at + 1;
	while (isBlank(bytes[next] ?? 0)) next += 1;
	return next;
}
