/** The float that text stands for, as Python's `float` reads what `repr` writes; undefined where it is no such text. */
export function parseFloatText(text: string): number | undefined {
	// No part of it can match the same digits in two ways, so that a long line of them takes linear time.
	const form = /^([+-]?)(?:((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(inf(?:inity)?)|(?:nan))$/i;
	const match = form.exec(text.trim());
	if (match === null) return undefined;
	const [, sign, decimal, infinity] = match;
	const size = decimal === undefined ? (infinity === undefined ? Number.NaN : Infinity) : Number(decimal);
	return sign === "-" ? -size : size;
}
