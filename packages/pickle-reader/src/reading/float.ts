/** The float that text stands for, as Python's `float` reads what `repr` writes; undefined where it is no such text. */
export function parseFloatText(text: string): number | undefined {
	const plain = text.replace(/inf(?:inity)?$/i, "Infinity");
	if (/^[+-]?nan$/i.test(plain)) return Number.NaN;
	// No part of it can match the same digits in two ways, so that a long line of them takes linear time.
	const isDecimal = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|Infinity)$/i.test(plain);
	return isDecimal ? Number(plain) : undefined;
}
