import { mutant, type Mutant } from "./mutant.js";

export const ignoresFortranOrder: Mutant = mutant({
	about: "takes memory for C order, whatever fortran_order says",
	profile: "npy-core",
	decoded: (array) => ({ ...array, order: "C" }),
	encoded: (array) => ({ ...array, order: "C" }),
});
