import { mapTypeStrings } from "./map-dtype.js";
import { mutant, type Mutant } from "./mutant.js";

export const frameIgnoresByteOrder: Mutant = mutant({
	about: "takes the elements of frames for those of its own machine, which is little-endian",
	profile: "raw",
	answered: (answer, { format }) => {
		if (format !== "frame" || !("ok" in answer) || !("value" in answer.ok) || "t" in answer.ok.value) return answer;
		const { value } = answer.ok;
		return { ok: { value: { ...value, dtype: mapTypeStrings(value.dtype, (text) => text.replace(">", "<")) } } };
	},
});
