import { readBytes } from "../src/protocol/bytes.js";
import type { DT } from "../src/protocol/messages.js";
import { mapFields } from "./map-dtype.js";
import { mutant, type Mutant } from "./mutant.js";

export const namesAsLatin1: Mutant = mutant({
	about: "reads the UTF-8 header of version 3 as Latin-1",
	profile: "npy-core",
	answered: (answer, request) => {
		if (request.op !== "decode" || !("ok" in answer) || !("value" in answer.ok) || "t" in answer.ok.value)
			return answer;
		const { value } = answer.ok;
		return readBytes(request.in)[6] === 3 ? { ok: { value: { ...value, dtype: misread(value.dtype) } } } : answer;
	},
});

function misread(dtype: DT): DT {
	if (typeof dtype === "string") return dtype;
	if ("base" in dtype) return { ...dtype, base: misread(dtype.base) };
	return mapFields(dtype, (field) => ({
		...field,
		name: Buffer.from(field.name, "utf8").toString("latin1"),
		type: misread(field.type),
	}));
}
