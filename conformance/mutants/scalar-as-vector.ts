import { mutant, type Mutant } from "./mutant.js";

export const scalarAsVector: Mutant = mutant({
	about: "gives an array without axes as a vector of one element",
	profile: "npy-core",
	decoded: (array) => (array.shape.length === 0 ? { ...array, shape: [1] } : array),
});
