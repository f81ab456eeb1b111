import { mutant, type Mutant } from "./mutant.js";

export const jsonIgnoresFortranOrder: Mutant = mutant({
	about: "writes the memory of an array as it lies, where a document has to have C order",
	profile: "json",
	encoded: (array) => ({ ...array, order: "C" }),
});
