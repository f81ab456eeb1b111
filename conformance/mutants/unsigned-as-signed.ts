import { mapTypeStrings } from "./map-dtype.js";
import { mutant, type Mutant } from "./mutant.js";

export const unsignedAsSigned: Mutant = mutant({
	about: "has no unsigned integers and takes them for signed ones",
	profile: "npy-core",
	decoded: (array) => ({ ...array, dtype: mapTypeStrings(array.dtype, (text) => text.replace("u", "i")) }),
});
