import { mutant, type Mutant } from "./mutant.js";

export const vectorAsColumn: Mutant = mutant({
	about: "gives a vector of n elements as a matrix of n rows and one column",
	profile: "npy-core",
	decoded: (array) => (array.shape.length === 1 ? { ...array, shape: [...array.shape, 1] } : array),
});
