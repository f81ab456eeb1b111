import { readFileSync } from "node:fs";
import { verdictClasses, type VerdictClass } from "../judge/verdict.js";
import {
	join,
	readArray,
	readCount,
	readObject,
	readOptionalString,
	readString,
	readStrings,
} from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { parseJson, type JsonObject } from "../protocol/json.js";
import type { BaselineEntry } from "./baseline.js";

/** Thrown for a baseline that cannot be read, or is none. */
export class BaselineError extends Error {
	override get name(): "BaselineError" {
		return "BaselineError";
	}
}

/** Reads a `*.baseline.json`: an array of entries. @throws {BaselineError} */
export function readBaseline(path: string): readonly BaselineEntry[] {
	try {
		return readArray(parseJson(readFileSync(path, "utf8")), "").map((json, index) =>
			parseEntry(readObject(json, `[${index}]`), `[${index}]`),
		);
	} catch (cause) {
		if (!(cause instanceof Error)) throw cause;
		throw new BaselineError(`the baseline ${path} cannot be used: ${cause.message}`, { cause });
	}
}

/** A baseline as text: one entry a line, so that a change is a line of a diff. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
	if (entries.length === 0) return "[]\n";
	return `[\n${entries.map((entry) => `\t${JSON.stringify(entry)}`).join(",\n")}\n]\n`;
}

function parseEntry(object: JsonObject, path: string): BaselineEntry {
	const issue = readOptionalString(object, "issue", path);
	return {
		case: readString(object, "case", path),
		class: readStrings(object, "class", path).map((name) => parseClass(name, join(path, "class"))),
		count: readCount(object, "count", path),
		reason: readString(object, "reason", path),
		...(issue === undefined ? {} : { issue }),
	};
}

function parseClass(name: string, path: string): VerdictClass {
	const found = verdictClasses.find((candidate) => candidate === name);
	if (found === undefined || found === "pass") throw new FormError(path, `${JSON.stringify(name)} is no way to fail`);
	return found;
}
