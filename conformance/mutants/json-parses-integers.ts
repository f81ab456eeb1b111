import { mapWords } from "./map-words.js";
import { mutant, type Mutant } from "./mutant.js";

export const jsonParsesIntegers: Mutant = mutant({
	about: "reads JSON by JSON.parse, which rounds integers of 64 bits to doubles",
	profile: "json",
	decoded: (array) =>
		mapWords(array, (word, { kind }) => {
			if ((kind !== "i" && kind !== "u") || word.byteLength !== 8) return;
			const view = new DataView(word.buffer, word.byteOffset, 8);
			const integer = kind === "i" ? view.getBigInt64(0, true) : view.getBigUint64(0, true);
			view.setBigUint64(0, BigInt.asUintN(64, BigInt(Number(integer))), true);
		}),
});
