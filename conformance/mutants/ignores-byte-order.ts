import { mapTypeStrings } from "./map-dtype.js";
import { mutant, type Mutant } from "./mutant.js";

export const ignoresByteOrder: Mutant = mutant({
	about: "reads and writes every number as little-endian, whatever the dtype says",
	profile: "npy-core",
	decoded: (array) => ({ ...array, dtype: mapTypeStrings(array.dtype, toLittle) }),
	encoded: (array) => ({ ...array, dtype: mapTypeStrings(array.dtype, toLittle) }),
});

function toLittle(text: string): string {
	return text.replace(">", "<");
}
