/** Python's `repr` of a float: the shortest digits, with a point or an exponent, where `1e16` begins the exponents. */
export function floatRepr(value: number): string {
	const short = shortFloatRepr(value);
	return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${short}.0` : short;
}

/** `float_repr_style` "r" without the `.0` that makes it a float: the parts of a complex number. */
export function shortFloatRepr(value: number): string {
	if (Number.isNaN(value)) return "nan";
	if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
	if (Object.is(value, -0)) return "-0";
	const magnitude = Math.abs(value);
	// JavaScript changes to exponents at 1e21 and below 1e-6, Python at 1e16 and below 1e-4, and pads them to two digits.
	if (magnitude !== 0 && (magnitude >= 1e16 || magnitude < 1e-4)) {
		return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
	}
	return String(value);
}
