import { delimiter, join } from "node:path";
import { execa } from "execa";
import { FixturesError } from "../fixtures/fixtures-error.js";
import { fixturesEnvironment } from "../fixtures/generate-fixtures.js";
import { pythonFolder } from "../fixtures/recipe.js";
import { readCount, readObject, readOptionalString, readString } from "../protocol/fields.js";
import { member, parseJson, type JsonObject, type JsonValue } from "../protocol/json.js";
import type { Environment } from "./environments.js";

/** What a cell made of one recipe in one format. */
export interface Written {
	/** Format and recipe with its axes: `pickle2/struct/simple/le/C`. */
	readonly key: string;
	readonly made:
		| { readonly b64: string; readonly dtype: JsonValue; readonly shape: JsonValue }
		| { readonly error: string };
}

/** What is read from bytes: a value in the form `nv1`, or the class of the exception and what it says. */
export type Read = { readonly value: JsonObject } | { readonly error: string; readonly message: string };

/** One thing to be read. */
export interface ToRead {
	readonly format: string;
	readonly in: string;
	readonly dtype: JsonValue;
	readonly shape: JsonValue;
}

export interface Answers<Answer> {
	/** As the process names itself: `np2.4.6-py3.11.7-linux-x64`. */
	readonly cell: string;
	readonly answers: readonly Answer[];
}

/** Has a cell write every recipe in every format. @throws {FixturesError} */
export function writeAll(environment: Environment, only: readonly string[] = ["*"]): Promise<Answers<Written>> {
	return ask(environment, ["--only", ...only], undefined, (line) => parseWritten(readObject(parseJson(line), "line")));
}

/**
 * Has a cell read.
 *
 * @param known - What cells have read before, by the line that says so: equal answers are one object, as most cells read the same.
 * @throws {FixturesError}
 */
export function readAll(
	environment: Environment,
	lines: readonly ToRead[],
	known: Map<string, Read> = new Map(),
): Promise<Answers<Read>> {
	const input = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
	return ask(environment, ["--read"], input, (line) => {
		const read = known.get(line) ?? parseRead(readObject(parseJson(line), "line"));
		known.set(line, read);
		return read;
	});
}

async function ask<Answer>(
	{ python, packages }: Environment,
	parameters: readonly string[],
	input: string | undefined,
	parse: (line: string) => Answer,
): Promise<Answers<Answer>> {
	const path = [packages, process.env["PYTHONPATH"] ?? ""].filter(Boolean).join(delimiter);
	const done = await execa(python, [join(pythonFolder, "generate_matrix.py"), ...parameters], {
		env: { ...fixturesEnvironment, PYTHONPATH: path },
		...(input === undefined ? { stdin: "ignore" } : { input }),
		lines: true,
		maxBuffer: 1 << 28,
		reject: false,
	});
	if (done.failed) throw new FixturesError(`${python}: ${done.stderr.slice(-3).join("\n") || done.shortMessage}`);
	const lines = done.stdout;
	const [head, tail] = [lines[0], lines.at(-1)].map((line) => readObject(parseJson(line ?? "{}"), "line"));
	const isWhole = head !== undefined && tail !== undefined && member(tail, "kind") === "end";
	if (!isWhole || readCount(tail, "count", "end") !== lines.length - 2) {
		throw new FixturesError(`${python}: the output of generate_matrix.py is incomplete`);
	}
	return { cell: readString(head, "cell", "cell"), answers: lines.slice(1, -1).map(parse) };
}

function parseWritten(object: JsonObject): Written {
	const key = `${readString(object, "format", "line")}/${readString(object, "id", "line")}`;
	const error = readOptionalString(object, "error", key);
	if (error !== undefined) return { key, made: { error } };
	const [dtype = null, shape = null] = [member(object, "dtype"), member(object, "shape")];
	return { key, made: { b64: readString(object, "in", key), dtype, shape } };
}

function parseRead(object: JsonObject): Read {
	const error = readOptionalString(object, "error", "line");
	if (error !== undefined) return { error, message: readString(object, "message", "line") };
	return { value: readObject(member(object, "value"), "line") };
}
