import { FormError } from "../protocol/form-error.js";
import { readString, readStrings } from "../protocol/fields.js";
import type { JsonObject } from "../protocol/json.js";
import type { Selection } from "./selection.js";

/** How each part of a selection is read. */
const readers: { readonly [part in keyof Required<Selection>]: typeof readString | typeof readStrings } = {
	filter: readStrings,
	op: readStrings,
	tier: readString,
	feature: readStrings,
	format: readStrings,
	profile: readStrings,
	onlyFailed: readString,
	shard: readString,
};

/** Reads a selection as the header of a report has it. @throws {FormError} also for what this version cannot select by. */
export function parseSelection(json: JsonObject, path: string): Selection {
	const selection: { [part: string]: string | readonly string[] } = {};
	for (const part of Object.keys(json)) {
		if (!isPart(part)) throw new FormError(`${path}.${part}`, "nothing is selected by this");
		selection[part] = readers[part](json, part, path);
	}
	return selection;
}

function isPart(name: string): name is keyof Selection {
	return Object.hasOwn(readers, name);
}
