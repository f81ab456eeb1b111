import { mapTypeStrings } from "./map-dtype.js";
import { mutant, type Mutant } from "./mutant.js";

export const boolAsByte: Mutant = mutant({
	about: "has no bools and takes them for bytes",
	profile: "npy-core",
	decoded: (array) => ({ ...array, dtype: mapTypeStrings(array.dtype, (text) => text.replace("|b1", "|u1")) }),
});
