import { mapWords } from "./map-words.js";
import { mutant, type Mutant } from "./mutant.js";

export const quietsNans: Mutant = mutant({
	about: "passes floats through the processor, which turns signalling NaNs into quiet ones",
	profile: "npy-core",
	decoded: (array) => mapWords(array, (word, { kind }) => (kind === "f" || kind === "c" ? quiet(word) : undefined)),
});

/** Where the quiet bit is, by width: the highest of the fraction. */
const fractionBits: { readonly [width: number]: number } = { 2: 10, 4: 23, 8: 52 };

function quiet(word: Uint8Array): void {
	const fraction = fractionBits[word.byteLength];
	if (fraction === undefined) return;
	const bits = BigInt(8 * word.byteLength);
	const value = word.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
	const magnitude = BigInt.asUintN(Number(bits) - 1, value);
	const infinity = ((1n << (bits - 1n - BigInt(fraction))) - 1n) << BigInt(fraction);
	if (magnitude <= infinity) return;
	const quietBit = fraction - 1;
	const byte = Math.floor(quietBit / 8);
	word[byte] = (word[byte] ?? 0) | (1 << (quietBit % 8));
}
