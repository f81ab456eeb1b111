import type { DT } from "../src/protocol/messages.js";
import { mapFields } from "./map-dtype.js";
import { mutant, type Mutant } from "./mutant.js";

export const dropsTitles: Mutant = mutant({
	about: "forgets the titles of fields",
	profile: "npy-full",
	decoded: (array) => ({ ...array, dtype: withoutTitles(array.dtype) }),
});

function withoutTitles(dtype: DT): DT {
	if (typeof dtype === "string") return dtype;
	if ("base" in dtype) return { ...dtype, base: withoutTitles(dtype.base) };
	return mapFields(dtype, ({ title: _, ...field }) => ({ ...field, type: withoutTitles(field.type) }));
}
