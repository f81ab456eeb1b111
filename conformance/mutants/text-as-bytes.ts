import { mapTypeStrings } from "./map-dtype.js";
import { mutant, type Mutant } from "./mutant.js";

export const textAsBytes: Mutant = mutant({
	about: "gives the code points of a U as the bytes of an S",
	profile: "npy-core",
	decoded: (array) => ({ ...array, dtype: mapTypeStrings(array.dtype, toBytes) }),
});

function toBytes(text: string): string {
	return text.replace(/^[<>]U(\d+)$/, (_, size: string) => `|S${4 * Number(size)}`);
}
