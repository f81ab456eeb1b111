import { mapTypeStrings } from "./map-dtype.js";
import { mutant, type Mutant } from "./mutant.js";

export const dropsUnitMultiplier: Mutant = mutant({
	about: "reads datetime64[25s] as datetime64[s]",
	profile: "npy-full",
	decoded: (array) => ({ ...array, dtype: mapTypeStrings(array.dtype, (text) => text.replace(/\[\d+/, "[")) }),
});
