import { mapWords } from "./map-words.js";
import { mutant, type Mutant } from "./mutant.js";

export const floatsThroughDecimal: Mutant = mutant({
	about: "prints floats in decimal with too few digits and parses them again",
	profile: "npy-core",
	decoded: (array) =>
		mapWords(array, (word, { kind }) => (kind === "f" || kind === "c" ? throughDecimal(word) : undefined)),
});

function throughDecimal(word: Uint8Array): void {
	const view = new DataView(word.buffer, word.byteOffset, word.byteLength);
	if (word.byteLength === 4) view.setFloat32(0, Number(view.getFloat32(0, true).toPrecision(6)), true);
	if (word.byteLength === 8) view.setFloat64(0, Number(view.getFloat64(0, true).toPrecision(15)), true);
}
