import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readArray, readObject, readOptionalString, readString, readStrings, readWord } from "../protocol/fields.js";
import { parseJson, type JsonObject } from "../protocol/json.js";
import type { Axis, Boundary } from "./boundaries.js";
import { storeFolder } from "./store.js";

/** A boundary that somebody has looked at: what changed, why, and where it is written down. */
export interface Acknowledged {
	readonly family: string;
	readonly axis: Axis;
	/** The releases on both sides: `1.23.5..1.24.4`. */
	readonly releases: string;
	/** Levels at which recipes may have changed. */
	readonly levels: readonly string[];
	/** What the era is called that begins here, where it has a name. */
	readonly begins?: string;
	readonly cause: string;
	readonly link?: string;
}

/** `eras.json`. @throws {FormError} */
export function readAcknowledged(folder: string = storeFolder): readonly Acknowledged[] {
	const file = join(folder, "eras.json");
	if (!existsSync(file)) return [];
	return readArray(parseJson(readFileSync(file, "utf8")), "").map((json) => parseEntry(readObject(json, "eras.json")));
}

/** The entry that speaks of everything that changed at a boundary. */
export function acknowledging(boundary: Boundary, entries: readonly Acknowledged[]): Acknowledged | undefined {
	return entries.find(
		(entry) =>
			entry.family === boundary.family &&
			entry.axis === boundary.axis &&
			entry.releases === boundary.releases &&
			boundary.differences.every(({ level }) => entry.levels.includes(level)),
	);
}

function parseEntry(object: JsonObject): Acknowledged {
	const family = readString(object, "family", "eras.json");
	const path = `eras.json: ${family}`;
	const [begins, link] = [readOptionalString(object, "begins", path), readOptionalString(object, "link", path)];
	return {
		family,
		axis: readWord(object, "axis", ["NumPy", "Python"], path),
		releases: readString(object, "releases", path),
		levels: readStrings(object, "levels", path),
		cause: readString(object, "cause", path),
		...(begins === undefined ? {} : { begins }),
		...(link === undefined ? {} : { link }),
	};
}
