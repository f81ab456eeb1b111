import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readArray, readObject, readOptionalString, readString, readStrings, readWord } from "../protocol/fields.js";
import { parseJson, type JsonObject } from "../protocol/json.js";
import type { Axis, Boundary } from "./boundaries.js";
import { compareReleases } from "./cell-name.js";
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
	/** What the era is called that ends here, where no other entry says so. */
	readonly ends?: string;
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
			isWithin(boundary.releases, entry.releases) &&
			boundary.differences.every(({ level }) => entry.levels.includes(level)),
	);
}

/** Whether releases lie within others: a cell that is added between two that have been looked at brings nothing new. */
function isWithin(inner: string, outer: string): boolean {
	const [[from = "", to = ""], [first = "", last = ""]] = [inner.split(".."), outer.split("..")];
	return compareReleases(first, from) <= 0 && compareReleases(to, last) <= 0;
}

function parseEntry(object: JsonObject): Acknowledged {
	const family = readString(object, "family", "eras.json");
	const path = `eras.json: ${family}`;
	const [begins, ends, link] = ["begins", "ends", "link"].map((name) => readOptionalString(object, name, path));
	return {
		family,
		axis: readWord(object, "axis", ["NumPy", "Python"], path),
		releases: readString(object, "releases", path),
		levels: readStrings(object, "levels", path),
		cause: readString(object, "cause", path),
		...(begins === undefined ? {} : { begins }),
		...(ends === undefined ? {} : { ends }),
		...(link === undefined ? {} : { link }),
	};
}
