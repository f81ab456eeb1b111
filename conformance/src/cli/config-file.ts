import { existsSync, readFileSync } from "node:fs";
import type { Command, Option } from "commander";
import { isJsonArray, member, parseJson, type JsonObject, type JsonValue } from "../protocol/json.js";
import { readObject } from "../protocol/fields.js";
import { UsageError } from "./usage-error.js";

/** Looked for in the folder where npconform is started. */
const defaultName = "npconform.config.json";

export function addConfigOption(command: Command): Command {
	return command
		.option("--config <file>", `options by their long names, as JSON; without it ${defaultName}, if there is one`)
		.hook("preAction", (_, action) => applyConfig(action));
}

/**
 * Gives a command the options of its config file. What the command line says goes before; values are checked like those of the
 * command line.
 *
 * @throws {UsageError}
 */
function applyConfig(command: Command): void {
	const named: unknown = command.getOptionValue("config");
	const file = typeof named === "string" ? named : defaultName;
	if (named === undefined && !existsSync(file)) return;
	const config = readConfig(file);
	for (const key of Object.keys(config)) {
		const option = command.options.find(({ long }) => long === `--${key}`);
		if (option === undefined || key === "config")
			throw new UsageError(`${file}: there is no option ${JSON.stringify(key)}`);
		if (command.getOptionValueSource(option.attributeName()) === "cli") continue;
		applyOption(command, option, member(config, key), `${file}: ${key}`);
	}
}

function readConfig(file: string): JsonObject {
	try {
		return readObject(parseJson(readFileSync(file, "utf8")), "");
	} catch (cause) {
		throw new UsageError(`${file} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, {
			cause,
		});
	}
}

function applyOption(command: Command, option: Option, value: JsonValue | undefined, place: string): void {
	const name = option.attributeName();
	if (option.isBoolean()) {
		if (typeof value !== "boolean") throw new UsageError(`${place}: true or false is needed`);
		return void command.setOptionValueWithSource(name, value, "config");
	}
	const texts = (isJsonArray(value) ? value : [value]).map((each) => {
		if (typeof each === "string" || typeof each === "number") return String(each);
		throw new UsageError(`${place}: text or a number is needed`);
	});
	command.setOptionValueWithSource(name, parseTexts(option, texts, place), "config");
}

/** What the option makes of each text in turn, as if it were repeated on the command line. */
function parseTexts({ parseArg }: Option, texts: readonly string[], place: string): unknown {
	try {
		return texts.reduce<unknown>((before, text) => (parseArg === undefined ? text : parseArg(text, before)), undefined);
	} catch (cause) {
		throw new UsageError(`${place}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
	}
}
