/** The float that text stands for, as Python's `float` reads what `repr` writes; undefined where it is no such text. */
export function parseFloatText(text: string): number | undefined {
	if (/^[+-]?nan$/i.test(text)) return Number.NaN;
	const plain = text.replace(/inf(?:inity)?$/i, "Infinity");
	// Of these characters `Number` takes what Python does; others it takes as well, such as those of hexadecimal digits.
	const number = /^[+-]?(?:[-+.\de]+|Infinity)$/i.test(plain) ? Number(plain) : Number.NaN;
	return Number.isNaN(number) ? undefined : number;
}
