import { decode, reframed, tokenEdits } from "./edits.js";
import type { Random } from "./random.js";
import type { SoundFile } from "./sound-files.js";

/** Every proper prefix of a file, the file itself, and one byte more. */
export function* truncations({ bytes }: SoundFile): Generator<Uint8Array> {
	for (let length = 0; length <= bytes.length; length++) yield bytes.slice(0, length);
	yield Uint8Array.from([...bytes, 0x93]);
}

/** Every byte of the header, magic included, changed to each of several others. */
export function* byteFlips({ bytes, dataOffset }: SoundFile): Generator<Uint8Array> {
	for (let at = 0; at < dataOffset; at++) {
		for (const byte of replacementsOf(bytes[at] ?? 0)) {
			const changed = bytes.slice();
			changed[at] = byte;
			yield changed;
		}
	}
}

/** Every single-bit error, and bytes that mean something in a header. */
function replacementsOf(byte: number): ReadonlySet<number> {
	const flipped = [0, 1, 2, 3, 4, 5, 6, 7].map((bit) => byte ^ (1 << bit));
	const replacements = new Set([...flipped, ...meaningful]);
	replacements.delete(byte);
	return replacements;
}

const meaningful = Array.from("\0\t\n\f\r \"#'(),-0123:<L[\\]_jr{}|\u00a0\u00ff", (character) =>
	character.charCodeAt(0),
);

/** A file with some random damage: in its bytes, or in the text of its header, with the length put right again. */
export function mutant(files: readonly SoundFile[], random: Random): Uint8Array {
	const file = random.pick(files);
	return random.below(4) === 0 ? damagedBytes(file, random) : damagedText(file, random);
}

function damagedBytes({ bytes, dataOffset }: SoundFile, random: Random): Uint8Array {
	const changed = bytes.slice();
	for (let n = 1 + random.below(3); n > 0; n--) changed[random.below(dataOffset)] = random.below(256);
	return changed;
}

function damagedText(file: SoundFile, random: Random): Uint8Array {
	const [major] = file.bytes.subarray(6);
	let text = decode(file.bytes.subarray(major === 1 ? 10 : 12, file.dataOffset), major === 3).trimEnd();
	for (let n = 1 + random.below(3); n > 0; n--) text = random.pick(tokenEdits)(text, random);
	return reframed(file, text, random);
}
