import { mapTypeStrings } from "./map-dtype.js";
import { mutant, type Mutant } from "./mutant.js";

export const jsonGuessesNativeOrder: Mutant = mutant({
	about: "reads bytes in the machine's own order, whatever the document says",
	profile: "json",
	decoded: (array) => ({ ...array, dtype: mapTypeStrings(array.dtype, (text) => text.replace(">", "<")) }),
});
